namespace SmartCity.Canaries.Alpha.Domain.AR10;

internal record UnsealedValue(string Text);

internal record struct SettableValue(string Text);

internal sealed record ValueWithField(string Text)
{
    public string Remark = "";
}
