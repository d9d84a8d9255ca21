using SmartCity.Evidence;

#pragma warning disable RS0030 // a program's own entry: what it tells goes to the terminal
return await WitnessCommandLine.RunAsync(args, Console.Out, Console.Error);
