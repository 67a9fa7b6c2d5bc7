namespace Mutations;

/// <summary>Builds the copy, and leaves out what does not compile.</summary>
/// <param name="copy">The copy of the working tree.</param>
/// <param name="file">Keeps what did not compile for the next time.</param>
internal sealed class Build(Copy copy, string file)
{
    // The first says most of what does not compile, and is built sooner.
    private static readonly string[] s_projects = ["src/ClientMgmt.Manifests", "tests/ClientMgmt.Tests"];

    /// <summary>The mutants that are in the program now.</summary>
    public IReadOnlyList<Mutant> Run()
    {
        copy.Fill();
        List<Mutant> mutants = copy.Mutate(new HashSet<int>());
        HashSet<int> broken = Known(mutants);
        copy.Mutate(broken);
        foreach (string project in s_projects)
        {
            for (IReadOnlyList<BuildError> errors = copy.Build(project); errors.Count > 0; errors = copy.Build(project))
            {
                int known = broken.Count;
                broken.UnionWith(errors.SelectMany(e => e.Culprits(mutants)));
                if (broken.Count == known)
                {
                    throw new InvalidOperationException(string.Join('\n', errors));
                }

                Console.WriteLine($"{mutants.Count} mutants, of which {broken.Count} do not compile");
                mutants = copy.Mutate(broken);
            }
        }

        Dictionary<Mutant, string> keys = Report.Keys(mutants);
        File.WriteAllLines(file, mutants.Where(m => broken.Contains(m.Id)).Select(m => keys[m]));
        return [.. mutants.Where(m => !broken.Contains(m.Id))];
    }

    /// <summary>The mutants that were built last time.</summary>
    public IReadOnlyList<Mutant> Last()
    {
        List<Mutant> mutants = copy.Mutate(new HashSet<int>());
        HashSet<int> broken = Known(mutants);
        copy.Mutate(broken);
        return [.. mutants.Where(m => !broken.Contains(m.Id))];
    }

    private HashSet<int> Known(List<Mutant> mutants)
    {
        HashSet<string> known = File.Exists(file) ? [.. File.ReadLines(file)] : [];
        return [.. Report.Keys(mutants).Where(key => known.Contains(key.Value)).Select(key => key.Key.Id)];
    }
}
