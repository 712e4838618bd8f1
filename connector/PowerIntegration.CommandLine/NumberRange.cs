using System.CommandLine;

namespace PowerIntegration.CommandLine;

/// <summary>Options that take a number between two limits.</summary>
public static class NumberRange
{
    /// <summary>Refuses a number outside the limits, by its value; what is no number is the parser's to refuse.</summary>
    /// <typeparam name="T">A whole number; nullable where the option may be left out.</typeparam>
    /// <param name="option">The option.</param>
    /// <param name="least">The least number.</param>
    /// <param name="most">The largest number.</param>
    /// <returns>The option.</returns>
    public static Option<T> Within<T>(this Option<T> option, long least, long most = long.MaxValue)
    {
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && long.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && (number < least || number > most)
            )
            {
                var limits = most == long.MaxValue ? $"{least} or more" : $"{least} to {most}";
                result.AddError($"{option.Name} takes {limits}, not {number}.");
            }
        });
        return option;
    }
}
