using System.Globalization;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>
/// One of many callers. It has a few clients that nobody else touches, does one thing after the other to them, and keeps a
/// model of them by what the library says alone. After each change the model is compared with what the sandbox stores.
/// </summary>
internal sealed partial class SoakWorker(int number, IClientManagement clients, SoakStore store, SoakReport report)
{
    private const int Places = 3;

    private readonly Random _random = new(number);
    private readonly SoakState?[] _model = new SoakState?[Places];
    private readonly string _subject = string.Create(CultureInfo.InvariantCulture, $"user-{number}");
    private readonly string? _asked = clients.Capabilities.Supports(ClientOperation.DeleteGrantedScopes)
        ? string.Create(CultureInfo.InvariantCulture, $"user-{number}")
        : null;

    private int _names;

    public IEnumerable<SoakState> Model => _model.OfType<SoakState>();

    public async Task RunAsync(int operations)
    {
        for (int i = 0; i < operations; i++)
        {
            int place = _random.Next(Places);
            await (_model[place] is { } client ? NextAsync(place, client) : CreateAsync(place));
        }
    }

    /// <summary>Says where the model and the sandbox differ.</summary>
    public void Compare()
    {
        foreach (SoakState client in Model)
        {
            Expect("In the end", client, store.Find(client.Id, _subject));
        }
    }

    // What a provider does not have, its callers do not ask for: they update instead.
    private Task NextAsync(int place, SoakState client) => _random.Next(100) switch
    {
        < 32 => GetAsync(client),
        < 37 => ListAsync(),
        < 43 when Can(ClientOperation.GetGrantedScopes) => GrantedAsync(client),
        < 46 when Can(ClientOperation.ListAuthorizedClients) => AuthorizedAsync(),
        < 62 => UpdateAsync(place, client),
        < 65 => UpdateTogetherAsync(place, client),
        < 77 when Can(ClientOperation.Disable) => SwitchAsync(place, client),
        < 84 when Can(ClientOperation.RotateSecret) => RotateAsync(place, client),
        < 89 when Can(ClientOperation.SetSecret) => SetSecretAsync(place, client),
        < 93 when Can(ClientOperation.RevokeAuthorization) => RevokeAsync(place, client),
        < 93 => UpdateAsync(place, client),
        _ => DeleteAsync(place, client),
    };

    private bool Can(ClientOperation operation) => clients.Capabilities.Supports(operation);

    private string Fresh() => string.Create(CultureInfo.InvariantCulture, $"w{number}-{++_names}");

    private void Expect(string what, SoakState? expected, SoakState? found)
    {
        if (expected != found)
        {
            report.Mistakes.Enqueue($"{what}: expected {expected?.ToString() ?? "nothing"}, found {found?.ToString() ?? "nothing"}");
        }
    }

    private void Expect(bool holds, string what)
    {
        if (!holds)
        {
            report.Mistakes.Enqueue(what);
        }
    }
}
