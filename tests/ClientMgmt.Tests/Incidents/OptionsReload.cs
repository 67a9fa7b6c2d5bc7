using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ClientMgmt.Tests.Incidents;

/// <summary>Has the options built anew, as a file does that was edited.</summary>
internal sealed class OptionsReload
{
    private readonly Tokens _tokens = new();

    public IOptionsChangeTokenSource<ClientManagementOptions> Source => _tokens;

    public void Now() => _tokens.Change();

    private sealed class Tokens : IOptionsChangeTokenSource<ClientManagementOptions>
    {
        private ConfigurationReloadToken _token = new();

        public string Name => "";

        public IChangeToken GetChangeToken() => _token;

        public void Change() => Interlocked.Exchange(ref _token, new ConfigurationReloadToken()).OnReload();
    }
}
