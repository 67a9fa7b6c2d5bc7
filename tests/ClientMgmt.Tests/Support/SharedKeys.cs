namespace ClientMgmt.Tests.Support;

/// <summary>A folder for the keys to clients that several libraries use.</summary>
internal sealed class SharedKeys : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clientmgmt-keys-").FullName;

    public ProviderCase Of(ProviderCase provider) => provider with { KeyFolder = _folder };

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
