using System.Text;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>A plan that is kept between its review and its application, in a file that only its owner can read.</summary>
internal sealed class PlanFile : IDisposable
{
    public const string Name = "--out";

    private readonly Session _session;
    private readonly string _shown;
    private readonly WholeFile _file;

    private PlanFile(Session session, string shown, WholeFile file) => (_session, _shown, _file) = (session, shown, file);

    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static async Task<PlanFile> CreateAsync(Session session, string path)
    {
        await RequirePlanAsync(session, path).ConfigureAwait(false);
        return new(session, OutputFile.Name(path), await OutputFile.OpenAsync(session, Name, path, mayReplace: true, room: 0).ConfigureAwait(false));
    }

    /// <exception cref="UsageException">It cannot be read, or is no plan for this provider.</exception>
    public static async Task<ManifestPlan> ReadAsync(Session session, string path)
    {
        string text = await TextFile.ReadAsync(path, "PLAN", session).ConfigureAwait(false);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        try
        {
            ManifestPlan plan = await ManifestPlan.LoadAsync(stream, session.Token).ConfigureAwait(false);
            string provider = session.Clients.Provider, origin = Origin(session, provider);
            return plan.Provider != provider
                ? throw new UsageException($"{ManifestSource.Name(path)} is a plan for the provider '{plan.Provider}', and not for '{provider}'; --provider chooses it.")
                : plan.Origin != origin
                ? throw new UsageException($"{ManifestSource.Name(path)} is a plan for {plan.Origin}, but '{provider}' is {origin} now; make a new plan.")
                : plan;
        }
        catch (InvalidDataException e)
        {
            throw new UsageException($"{ManifestSource.Name(path)}: {e.Message}", e);
        }
    }

    /// <exception cref="OutputException">The plan could not be written.</exception>
    public async Task WriteAsync(ManifestPlan plan)
    {
        try
        {
            await new ManifestPlan(plan.Provider, plan.Changes) { Origin = Origin(_session, plan.Provider) }
                .SaveAsync(_file.Content, _session.Token).ConfigureAwait(false);
            _file.Put();
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw OutputException.OfFile(_shown, e);
        }

        _session.View.Note($"the plan is in {_shown}; 'apply' with this file does what it says.");
    }

    public void Dispose() => _file.Dispose();

    // A plan takes the place of an older one, and not of somebody's work or a configuration.
    private static async Task RequirePlanAsync(Session session, string path)
    {
        string full = session.Environment.FullPath(path);
        try
        {
            if (OutputFile.IsStandardOutput(path) || !FileTarget.IsKept(full) || new FileInfo(full).Length == 0)
            {
                return;
            }

            FileStream stream = File.OpenRead(full);
            await using (stream.ConfigureAwait(false))
            {
                await ManifestPlan.LoadAsync(stream, session.Token).ConfigureAwait(false);
            }
        }
        catch (InvalidDataException e)
        {
            throw new UsageException($"{Name}: {path} is there already and is no saved plan; choose another file, or remove it.", e);
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            // What cannot be read is found out when it is opened to be written.
        }
    }

    // A provider of the same name may be another one in another configuration.
    private static string Origin(Session session, string provider)
    {
        ProviderOptions options = session.Providers.Options(provider);
        string? address = (options.BaseAddress ?? options.Issuer ?? options.RegistrationEndpoint)
            ?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        return string.Join(' ', new[] { $"{options.Backend}", address, options.ServiceId }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
