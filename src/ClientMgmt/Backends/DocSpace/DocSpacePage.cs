using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.DocSpace;

/// <summary>A page of any list.</summary>
/// <param name="Items">What it holds, each entry in memory of its own: one that is kept does not keep the page.</param>
/// <param name="Next">Where the next page begins: of clients by id and creation, of consents by their last change.</param>
internal sealed record DocSpacePage(IReadOnlyList<JsonElement> Items, Cursor Next)
{
    /// <exception cref="JsonException">It is no page.</exception>
    public static DocSpacePage Read(JsonElement answer) => new(
        [.. WireValues.Items(answer.Member(ClientPage.Data)).Select(WireJson.Keep)],
        new Cursor(
            WireValues.Text(answer.Member(ClientPage.LastClientId)),
            WireValues.Text(answer.Member(ClientPage.LastCreatedOn)) ?? WireValues.Text(answer.Member(ConsentPage.LastModifiedOn))));
}
