using System.Reflection;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Refusals;

public sealed class ReasonLabelsTests
{
    private const int LabelLengthMax = 50;

    private static IReadOnlyList<string> Declared { get; } =
    [
        .. typeof(ReasonCode)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(property => property.PropertyType == typeof(ReasonCode))
            .Select(property => ((ReasonCode)property.GetValue(null)!).Wire)
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_reason_has_words_and_no_words_are_left_over() => Assert.Equal(Declared, ReasonLabels.Codes.Order(StringComparer.Ordinal));

    [Fact]
    public void The_words_tell_reasons_apart_and_fit_a_column_of_a_list()
    {
        var labels = Declared.Select(code => ReasonLabels.Of(code)!).ToList();
        Assert.Equal(labels.Count, labels.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(labels, label => Assert.True(char.IsUpper(label[0]) && label.Length <= LabelLengthMax && !label.EndsWith('.'), label));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("wbs-unmapped", "Code is not mapped")]
    [InlineData("of-a-later-version", "of-a-later-version")]
    public void A_code_without_words_is_shown_itself(string? code, string? shown) => Assert.Equal(shown, ReasonLabels.Of(code));
}
