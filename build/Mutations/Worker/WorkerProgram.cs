using System.IO.Pipes;

namespace Mutations.Worker;

/// <summary>Runs tests against one mutant after another, as its pipe says. Its program is the copy of the tests.</summary>
internal static class WorkerProgram
{
    public static int Main(string[] args)
    {
        using var pipe = new NamedPipeClientStream(".", args[0], PipeDirection.InOut);
        pipe.Connect();
        var input = new StreamReader(pipe);
        var output = new StreamWriter(pipe) { AutoFlush = true };
        string first = input.ReadLine()!;
        if (first.StartsWith("baseline ", StringComparison.Ordinal))
        {
            new Baseline(first["baseline ".Length..]).Run(args[1]);
            output.WriteLine("done");
            return 0;
        }

        // The names of the classes that are needed, and of the tests.
        string[] names = File.ReadAllLines(args[1]);
        var tests = new LoadedTests(first.Split('|', StringSplitOptions.RemoveEmptyEntries));
        output.WriteLine("ready");
        while (input.ReadLine() is { } line)
        {
            string[] parts = line.Split(' ');
            int mutant = int.Parse(parts[0]);
            M.Set(mutant);
            string? killer = tests.FirstFailure([.. parts[1].Split(',').Select(i => names[int.Parse(i)])]);

            M.Set(0);
            bool isSound = killer is null || Environment.GetEnvironmentVariable("MUTANT") is not null
                || (tests.FirstFailure([killer]) is null);
            output.WriteLine(killer is null ? "survived" : isSound ? "killed " + killer : "spoilt " + killer);
        }

        Environment.Exit(0);
        return 0;
    }
}
