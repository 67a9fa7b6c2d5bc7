using SpecCheck.Facts;

namespace SpecCheck.Comparing;

/// <summary>Judges what credentials an operation takes.</summary>
internal static class SecurityJudge
{
    public static Judgement Judge(string? here, string? vendor)
    {
        IReadOnlyList<IReadOnlySet<string>> theirs = SecurityText.Ways(vendor);
        bool isUndefined = vendor?.Contains(SecurityText.Undefined, StringComparison.Ordinal) == true;

        // Who sends more than is asked for is let in as well.
        if (SecurityText.Ways(here).All(our => theirs.Any(their => their.IsSubsetOf(our))))
        {
            return isUndefined
                ? Judgement.Unnoticed("the credentials that the document does define suffice")
                : Judgement.Unnoticed("the credentials of today go on being taken");
        }

        return isUndefined
            ? Judgement.Ask("calls may be refused: the document does not define the credential that it asks for")
            : Judgement.Change("calls are refused, as the vendor asks for another credential");
    }
}
