using ClientMgmt.JsonText;
using ClientMgmt.Mapping;
using ClientMgmt.Values;
using ClientMgmt.Wire;

namespace ClientMgmt.DocSpace;

// Which properties a refusal means that names none.
internal sealed partial class DocSpaceAdapter
{
    // Version 3.6 answers an unknown scope without a word.
    private async Task<IReadOnlyList<FieldError>> FindUnknownScopesAsync(
        OperationInfo operation, IReadOnlyList<MetadataChange> changes, CancellationToken cancellationToken)
    {
        if (changes.FirstOrDefault(c => c.Mapping.JsonName == ClientResponse.Scopes)?.Value is not string scope)
        {
            return [];
        }

        try
        {
            IReadOnlyList<OAuthScope> known = await ListScopesAsync(operation, cancellationToken).ConfigureAwait(false);
            return [.. MetadataValues.Words(scope).Except(known.Select(s => s.Name)).Select(s => new FieldError("scope", $"the server does not know {s}"))];
        }
        catch (ClientManagementException)
        {
            // What counts is the refusal, which is told without more.
            return [];
        }
    }

    // Version 3.6 names no properties: "must not be empty" is all that it says.
    private static FieldError[] Blank(IEnumerable<MetadataChange> changes) =>
    [
        .. changes.Where(c => c.Value switch
        {
            string text => string.IsNullOrWhiteSpace(text),
            IReadOnlyList<string> list => list.Count == 0 || list.Any(string.IsNullOrWhiteSpace),
            _ => false,
        }).Select(c => new FieldError(c.Mapping.Name, "is empty")),
    ];
}
