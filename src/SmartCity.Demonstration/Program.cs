using SmartCity.Demonstration;

#pragma warning disable RS0030 // a program's own entry: what it tells goes to the terminal, in the terminal's own time
var output = Console.Out;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
#pragma warning restore RS0030
if (args.Length != 2 || !Uri.TryCreate(args[0].TrimEnd('/') + "/", UriKind.Absolute, out var service))
{
    output.WriteLine("Usage: SmartCity.Demonstration ADDRESS ACCOUNTS-FILE");
    return 2;
}

try
{
    var accounts = await DemonstrationAccount.ReadAsync(args[1], stop.Token);
    using var stage = new Stage(service, accounts, new Narrator(output), stop.Token);
    await new Tour(stage).WalkAsync();
    return 0;
}
catch (Exception fault) when (fault is HttpRequestException or SignInRefusedException or IOException)
{
    output.WriteLine($"演示中断：{fault.Message}");
    return 1;
}
