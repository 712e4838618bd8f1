using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Tables.Versions;

/// <summary>Writes values as choices.</summary>
internal static class ChoiceWriting
{
    /// <summary>Writes the choice value; null writes nothing.</summary>
    public static void Choose<TValue>(this Entity row, string column, IReadOnlyDictionary<int, TValue> values, TValue? value)
        where TValue : struct
    {
        if (value is { } known)
        {
            row[column] = new OptionSetValue(values.Single(pair => EqualityComparer<TValue>.Default.Equals(pair.Value, known)).Key);
        }
    }
}
