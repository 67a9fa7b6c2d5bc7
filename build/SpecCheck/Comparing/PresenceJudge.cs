using SpecCheck.Facts;

namespace SpecCheck.Comparing;

/// <summary>Judges what only one of the documents has, by the fact and by who sends it.</summary>
internal static class PresenceJudge
{
    private const string EveryCallFails = "every call fails";
    private const string ErrorsAreRead = "errors are read as far as they say something";
    private const string StillPasses = "the value passes as before, should it still be used";

    /// <summary>What the vendor's document does not have any more; <paramref name="vendor"/> is what it has there.</summary>
    public static Judgement Gone(Fact fact, bool isRequired, Schema? vendor) => (fact.Name, IsSent(fact)) switch
    {
        (FactName.Operation, _) => Judgement.Change(EveryCallFails),
        (FactName.Parameter, _) when IsInPath(fact) => InPath(isRequired),
        (FactName.Parameter, _) => Judgement.Change("what users say by it is ignored, or the call is refused"),
        (FactName.Property, true) => Judgement.Change("what users set there is refused or dropped"),
        (FactName.Property, false) => Judgement.Change("users find nothing there any more"),
        (FactName.Value, true) when vendor?.Values.Any() != true => Judgement.Unnoticed(StillPasses),
        (FactName.Value, true) when vendor.IsClosed => Judgement.Change("a call with this value is refused"),
        (FactName.Value, true) => Judgement.Ask("a call with this value may be refused"),
        (FactName.Value, false) => Judgement.Unnoticed(StillPasses),
        (FactName.Status, _) when IsSuccess(fact) => Judgement.Ask("a call that was carried out may end in an error, if its answer has another body"),
        (FactName.Status, _) => Judgement.Ask("the failure may come under another status, and users get another exception for it"),
        (FactName.Body, _) when IsOfError(fact) => Judgement.Unnoticed(ErrorsAreRead),
        (FactName.Media or FactName.Body, false) => Judgement.Change("the answer is not read, or the call fails"),
        _ => Judgement.Change("what users send is ignored, or the call is refused"),
    };

    /// <summary>What only the vendor's document has.</summary>
    public static Judgement New(Fact fact, bool isRequired) => (fact.Name, IsSent(fact)) switch
    {
        (FactName.Operation, _) => Judgement.Add("users cannot call it"),
        (FactName.Parameter, _) when IsInPath(fact) => InPath(isRequired),
        (FactName.Parameter or FactName.Property or FactName.Request, true) when isRequired => Judgement.Change("calls without it are refused"),
        (FactName.Property, true) => Judgement.Add("users can set it under the vendor's own name at most"),
        (FactName.Property, false) => Judgement.Add("users read it under the vendor's own name alone"),
        (FactName.Value, _) => Judgement.Add("it passes unchanged, but is none of the known values"),
        (FactName.Status, _) when IsSuccess(fact) => Judgement.Ask("a call that was carried out may end in an error, if this answer has another body"),
        (FactName.Status, _) when fact.Subject.Member.StartsWith('3') => Judgement.Ask("a call that is answered so fails: redirects are not followed"),
        (FactName.Status, _) => Judgement.Add("it reaches users as an error with this status and no further meaning"),
        (FactName.Body, _) when IsOfError(fact) => Judgement.Unnoticed(ErrorsAreRead),
        (FactName.Body, false) => Judgement.Add("users are not given what comes back"),
        (FactName.Media, _) => Judgement.Unnoticed("what is sent and read today stays"),
        _ => Judgement.Add("users cannot send it"),
    };

    // One that the path has a place for is always required; the others cannot be sent.
    private static Judgement InPath(bool isRequired) =>
        isRequired ? Judgement.Change(EveryCallFails) : Judgement.Unnoticed("the path has no place for it");

    private static bool IsSent(Fact fact) => fact.Subject.Direction == Direction.Request;

    private static bool IsInPath(Fact fact) => fact.Subject.Member.StartsWith("path:", StringComparison.Ordinal);

    private static bool IsSuccess(Fact fact) => fact.Subject.Member.StartsWith('2');

    // Only the body of a success is looked into, and is a subject of its own.
    private static bool IsOfError(Fact fact) => !IsSent(fact) && fact.Subject.Member != OperationFacts.BodyMember;
}
