using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>Equality and order of values.</summary>
public static class ValueComparison
{
    /// <summary>
    /// Deep equality; numbers of different kinds are equal when their values are, texts only with the same case, null only with null.
    /// </summary>
    public static bool AreEqual(JsonNode? left, JsonNode? right)
    {
        if (Values.IsNumber(left) && Values.IsNumber(right))
        {
            return NumericPromotion.Compare(left!, right!) == 0;
        }

        return (left, right) switch
        {
            (null, null) => true,
            (JsonArray first, JsonArray second) => ArraysAreEqual(first, second),
            (JsonObject first, JsonObject second) => ObjectsAreEqual(first, second),
            (JsonValue first, JsonValue second) => Values.KindOf(first) == Values.KindOf(second)
                && string.Equals(TextForm.Of(first), TextForm.Of(second), StringComparison.Ordinal),
            _ => false,
        };
    }

    /// <summary>The order of two numbers or two texts (by code unit).</summary>
    /// <exception cref="ExpressionException">The values have no order.</exception>
    public static int Compare(JsonNode? left, JsonNode? right)
    {
        if (Values.IsNumber(left) && Values.IsNumber(right))
        {
            return NumericPromotion.Compare(left!, right!);
        }

        return (Values.TextOrNull(left), Values.TextOrNull(right)) switch
        {
            ({ } first, { } second) => string.CompareOrdinal(first, second),
            _ => throw new ExpressionException(
                $"{CompactJson.Write(left)} and {CompactJson.Write(right)} cannot be compared: both must be numbers or both texts."
            ),
        };
    }

    private static bool ArraysAreEqual(JsonArray first, JsonArray second)
    {
        if (first.Count != second.Count)
        {
            return false;
        }

        for (var index = 0; index < first.Count; index++)
        {
            if (!AreEqual(first[index], second[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ObjectsAreEqual(JsonObject first, JsonObject second)
    {
        if (first.Count != second.Count)
        {
            return false;
        }

        foreach (var (name, member) in first)
        {
            if (!second.TryGetPropertyValue(name, out var other) || !AreEqual(member, other))
            {
                return false;
            }
        }

        return true;
    }
}
