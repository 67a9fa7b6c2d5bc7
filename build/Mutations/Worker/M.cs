using System.Diagnostics;
using System.Reflection;

/// <summary>The switch of each mutant, asked by the code that is under test. In the library of the copy only.</summary>
public static class M
{
    // How often it is looked whether a place runs in an initialiser, which runs once in a process.
    private const int MostLooks = 3;

    private const int MostMutants = 20_000;

    private static readonly Lock s_gate = new();
    private static volatile int s_active = int.TryParse(Environment.GetEnvironmentVariable("MUTANT"), out int id) ? id : 0;
    private static volatile HashSet<int>? s_reached;
    private static readonly int[] s_seen = new int[MostMutants];
    private static volatile int s_round;
    private static readonly Dictionary<int, int> s_looks = [];
    private static readonly HashSet<int> s_initial = [];

    public static bool Is(int id) => s_active == id || (s_reached is not null && s_seen[id] != s_round && Note(id));

    public static bool Off(int id) => !Is(id);

    /// <summary>Switches one on, or with 0 all off.</summary>
    public static void Set(int id) => s_active = id;

    /// <summary>Which have been asked for since the last time, of which those in initialisers are kept apart.</summary>
    public static HashSet<int> TakeReached()
    {
        lock (s_gate)
        {
            HashSet<int> reached = s_reached ?? [];
            s_reached = [];
            s_round++;
            return reached;
        }
    }

    public static int[] Initial()
    {
        lock (s_gate)
        {
            return [.. s_initial];
        }
    }

    private static bool Note(int id)
    {
        lock (s_gate)
        {
            s_seen[id] = s_round;
            if (s_reached!.Add(id) && s_looks.GetValueOrDefault(id) < MostLooks)
            {
                s_looks[id] = s_looks.GetValueOrDefault(id) + 1;
                if (IsInInitialiser())
                {
                    s_initial.Add(id);
                }
            }
        }

        return false;
    }

    // A static constructor, or a Lazy of this code's own. .NET makes options and HTTP handlers in a Lazy too, but anew for each container.
    private static bool IsInInitialiser()
    {
        MethodBase[] methods = [.. new StackTrace().GetFrames().Select(f => f.GetMethod()).OfType<MethodBase>()];
        return methods.Any(m => m.Name == ".cctor") || methods.Zip(methods.Skip(1)).Any(call =>
            call.Second.DeclaringType?.Name.StartsWith("Lazy") == true && call.First.Module.Name.StartsWith("ClientMgmt"));
    }
}
