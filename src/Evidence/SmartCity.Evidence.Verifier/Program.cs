using SmartCity.Evidence;

#pragma warning disable RS0030 // a program's own entry: what it tells goes to the terminal
return (int)VerifierCommandLine.Run(args, Console.Out, Console.Error);
