namespace SmartCity.Canaries.Mechanisms.AR22;

public sealed record TenderEnvelope(string Name);

public sealed record HasBusinessMember(string ContractorName);

public static class HasBusinessParameter
{
    public static int Length(string warrantyText) => warrantyText.Length;
}

public static class SaysBusinessWord
{
    public static string Text() => "验收";
}

public sealed record NamesModule(string AlphaName);
