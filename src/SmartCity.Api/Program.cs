using SmartCity.Api.CommandLine;

#pragma warning disable RS0030 // here alone the program writes to its console; everything below is given a writer
return await SmartCityCommandLine.RunAsync(args, Console.Out, Console.Error);
