using System.Text;
using MediatR;
using SmartCity.BuildingBlocks;

namespace SmartCity.Canaries.Alpha.Contracts.AR08;

public record UnsealedRecord(PermitId Permit);

public sealed class PlainClass
{
    public PermitId Permit { get; init; }
}

public record struct MutableStruct(PermitId Permit);

public interface IService;

public sealed record CarriesAClass(StringBuilder Text);

public sealed record AsksForAClass(PermitId Permit) : IRequest<StringBuilder>;

[ArchitectureExemption("AR08", "the canary of exemptions")]
public static class ExemptedHolder
{
    public static string Word { get; } = "word";
}
