using SpecCheck.Comparing;
using SpecCheck.Deliberate;
using SpecCheck.Reading;
using SpecCheck.Writing;

namespace SpecCheck;

/// <summary>The folder with our specifications.</summary>
internal sealed class SpecFolder(string path)
{
    /// <summary>The nearest folder named specs that holds the rules, here or above.</summary>
    public static SpecFolder? Find(string from)
    {
        for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
        {
            string specs = Path.Combine(folder.FullName, "specs");
            if (File.Exists(Path.Combine(specs, "differences", "rules.yaml")))
            {
                return new SpecFolder(Path.GetRelativePath(from, specs));
            }
        }

        return null;
    }

    public string FileOf(string name)
    {
        string[] known =
            [.. Directory.EnumerateFiles(path, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];
        return known.Contains(name)
            ? Path.Combine(path, name + ".yaml")
            : throw new SpecFileException(path, 0, $"there is no specification '{name}'; there are {string.Join(", ", known)}.");
    }

    public Report Check(string name, string vendorFile) => Check(SpecFile.Load(FileOf(name)), SpecFile.Load(vendorFile), Differences(name));

    /// <summary>Adds what can be added, and checks what is there then.</summary>
    public Report Write(string name, string vendorFile)
    {
        Report before = Check(name, vendorFile);
        (string text, IReadOnlyList<Finding> written) = SpecWriter.Write(before);
        Report after = Check(SpecFile.Parse(before.Ours.Path, text), before.Theirs, Differences(name));
        if (written.Count > 0)
        {
            SpecFile.WriteText(before.Ours.Path, text);
        }

        return after with { Written = [.. written.Select(f => f with { ToDo = ToDo.Nothing })] };
    }

    private DifferenceFile Differences(string name) => DifferenceFile.Load(
        Path.Combine(path, "differences", name + ".yaml"), Path.Combine(path, "differences", "rules.yaml"));

    private static Report Check(SpecFile ours, SpecFile theirs, DifferenceFile differences) => SpecCheck.Check.Run(ours, theirs, differences);
}
