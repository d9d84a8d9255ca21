using SmartCity.Api.CommandLine;

// The command line is where a program legitimately writes to its console; everything below is given a writer.
#pragma warning disable RS0030
return await SmartCityCommandLine.RunAsync(args, Console.Out, Console.Error);
