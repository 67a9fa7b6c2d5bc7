using System.Globalization;
using SpecCheck.Facts;

namespace SpecCheck.Comparing;

/// <summary>Judges what both documents have and say differently, by the fact and by who sends it.</summary>
internal static class ChangeJudge
{
    public static Judgement Judge(Direction direction, string name, string? here, string? vendor)
    {
        bool sent = direction == Direction.Request;
        bool isTrue = vendor == "true";
        return name switch
        {
            FactName.Path or FactName.Method => Judgement.Change("every call fails"),
            FactName.Security => SecurityJudge.Judge(here, vendor),
            FactName.Id => Judgement.Unnoticed("it is only what the vendor calls the operation"),
            FactName.Deprecated when isTrue => Judgement.Unnoticed("it works until the vendor takes it away"),
            FactName.Required when sent && isTrue => Judgement.Change("calls without it are refused"),
            FactName.Required when sent => Judgement.Follow("users still have to say what the vendor no longer demands"),
            FactName.Required when !isTrue => Judgement.Change("it may be missing where users count on it"),
            FactName.Nullable when sent && !isTrue => Judgement.Change("a call that sends null there is refused"),
            FactName.Nullable when sent => Judgement.Follow("users cannot send null there"),
            FactName.Nullable when isTrue => Judgement.Change("a null may come where users count on a value"),
            FactName.ReadOnly when sent && isTrue => Judgement.Change("what users set there is refused or dropped"),
            FactName.ReadOnly when sent => Judgement.Follow("users cannot set it"),
            FactName.AdditionalProperties when sent && !isTrue => Judgement.Change("calls with members that the vendor does not know are refused"),
            FactName.Format when here is null && sent => Judgement.Follow("values of another form may be refused, as before"),
            FactName.Format when here is null => Judgement.Unnoticed("what comes is read as it is"),
            FactName.Format when sent => Judgement.Change("what users send may be refused or understood otherwise"),
            FactName.Format => Judgement.Change("what comes may be of a form that is not read, or is read otherwise"),
            FactName.Default => Default(here, vendor),
            FactName.Type when sent => Judgement.Change("what users send there is refused"),
            FactName.Type => Judgement.Change("what comes there is not read, or the call fails"),
            _ when FactName.Limits.Contains(name) => IsWider(name, here, vendor)
                ? Judgement.Follow("at most, values that the vendor takes now are still refused beforehand")
                : Judgement.Change("values that passed until now are refused"),
            _ => Judgement.Unnoticed("what works goes on working"),
        };
    }

    private static Judgement Default(string? here, string? vendor) => (here, vendor) switch
    {
        (null, _) => Judgement.Unnoticed("the specification does not say what the vendor takes by itself"),
        (_, null) => Judgement.Ask("calls that leave it out may get something else than the documentation says"),
        _ => Judgement.Change("calls that leave it out get something else than before"),
    };

    private static bool IsWider(string name, string? here, string? vendor)
    {
        if (vendor is null)
        {
            return true;
        }

        if (!TryParse(here, out decimal our) || !TryParse(vendor, out decimal their))
        {
            return false;
        }

        return name.Contains("max", StringComparison.OrdinalIgnoreCase) ? their > our : their < our;
    }

    private static bool TryParse(string? text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
