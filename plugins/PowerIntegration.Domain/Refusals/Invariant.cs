using System.Diagnostics.CodeAnalysis;

namespace PowerIntegration.Domain.Refusals;

/// <summary>States what must hold for any data. Data from outside is never an invariant: it is checked and may be refused.</summary>
public static class Invariant
{
    /// <summary>Throws where the condition does not hold.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="sentence">The condition as a positive sentence.</param>
    /// <exception cref="InvariantBrokenException">The condition does not hold.</exception>
    public static void Require([DoesNotReturnIf(false)] bool condition, string sentence)
    {
        if (!condition)
        {
            throw new InvariantBrokenException(sentence);
        }
    }
}
