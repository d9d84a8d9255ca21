using SmartCity.BuildingBlocks.Domain;
using SmartCity.Canaries.Alpha.Contracts;

namespace SmartCity.Canaries.Alpha.Domain.AR14;

internal sealed class PublicSetter : AggregateRoot<PermitId>
{
    private PublicSetter() { }

    public string Holder { get; set; } = "";
}

internal sealed class PublicConstructor : AggregateRoot<PermitId>;

internal sealed class MutableCollection : AggregateRoot<PermitId>
{
    private MutableCollection() { }

    public List<string> Remarks { get; } = [];
}

internal sealed class MutableArray : AggregateRoot<PermitId>
{
    private MutableArray() { }

    internal string[] Remarks { get; } = [];
}

internal sealed class MutableAnswer : AggregateRoot<PermitId>
{
    private readonly HashSet<string> remarks = [];

    private MutableAnswer() { }

    public ISet<string> AllRemarks() => remarks;
}

internal sealed class PublicField : AggregateRoot<PermitId>
{
    public string Holder = "";

    private PublicField() { }
}
