namespace SmartCity.Canaries.Alpha.Application.AR06;

public sealed record PublicRecord(string Name);
