using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

/// <summary>A page of any list.</summary>
internal abstract class DocSpacePage() : JsonPage(s_data)
{
    private static readonly string s_data = JsonNames.Of<ClientPage>(nameof(ClientPage.Data));
    private static readonly string s_lastClient = JsonNames.Of<ClientPage>(nameof(ClientPage.Last_client_id));
    private static readonly string s_lastCreated = JsonNames.Of<ClientPage>(nameof(ClientPage.Last_created_on));
    private static readonly string s_lastModified = JsonNames.Of<ConsentPage>(nameof(ConsentPage.Last_modified_on));

    /// <summary>Where the next page begins: of clients by id and creation, of consents by their last change.</summary>
    public Cursor Next { get; private set; } = new(null, null);

    protected override void ReadPosition(JsonElement json) => Next = new Cursor(
        WireValues.Text(json.Member(s_lastClient)),
        WireValues.Text(json.Member(s_lastCreated)) ?? WireValues.Text(json.Member(s_lastModified)));
}
