using System.Text.RegularExpressions;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Texts;

/// <summary>The address of Procore's web app. The zone of the company decides the host, so a person enters it.</summary>
public static class ProcoreSite
{
    // A scheme and a host and nothing else: no path, no port and no user name that would lead elsewhere than it seems.
    private static readonly Regex Address = new(@"^https://[a-z0-9-]+(\.[a-z0-9-]+)+\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>True where it is such an address.</summary>
    public static bool Is(string? text) => text is not null && Address.IsMatch(text);

    /// <summary>Why the address cannot be used; null where it can, or none was entered.</summary>
    /// <param name="text">What was entered.</param>
    public static Refusal? Check(string? text) =>
        string.IsNullOrEmpty(text) || Is(text)
            ? null
            : new Refusal(
                SharedReasons.InputUnusable,
                $"Procore web address {Sentence.Quoted(text)} cannot be used. Enter https and the host alone, such as https://us02.procore.com, "
                    + "without a path."
            );
}
