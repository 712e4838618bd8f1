using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Each row puts one fault into a choice: path, what happens there, place and words of the finding.</summary>
public sealed class ChoiceFaultTests(LoadedSources sources) : IClassFixture<LoadedSources>
{
    private const string Matching = "core/OptionSets/pint_matching.xml";

    [Theory]
    [InlineData("options", "call option", "Name it options.")]
    [InlineData("options", "drop", "options is missing")]
    [InlineData("options/option", "call options", "'options' is not supported here")]
    [InlineData("IsGlobal", "swap", "comes after IntroducedVersion")]
    [InlineData("displaynames", "call DisplayNames", "Name it displaynames.")]
    [InlineData(".", "call OptionSet", "Name it optionset.")]
    [InlineData("IsGlobal", "drop", "IsGlobal is missing")]
    public void Elements_and_wrappers(string path, string change, string words) => Finds(path, change, words);

    [Theory]
    [InlineData("OptionSetType", "say PickList", "Write picklist")]
    [InlineData("OptionSetType", "say state", "Write picklist")]
    [InlineData("IsGlobal", "say 0", "Write 1")]
    [InlineData("@Name", "say pint_Matching", "lower-case letters")]
    [InlineData("@Name", "say pint_match", "Give the choice and its file the same name")]
    [InlineData("@Name", "say doc_matching", "does not begin with pint_")]
    [InlineData("@localizedName", "say Match", "localizedName is 'Match'")]
    [InlineData("@description", "say Whatever", "Write the same text")]
    public void Names_and_values(string path, string change, string words) => Finds(path, change, words);

    [Theory]
    [InlineData("@value", "say 100000001", "outside the publisher's range")]
    [InlineData("@value", "say 723110000", "outside the publisher's range")]
    [InlineData("@value", "say 723099999", "outside the publisher's range")]
    [InlineData("@value", "say two", "a whole number")]
    [InlineData("@value", "drop", "value is missing")]
    [InlineData("@value", "say 723100000", "The value '723100000' appears twice")]
    [InlineData(".", "twin", "The value '723100001' appears twice")]
    [InlineData("@IsHidden", "say no", "0 or 1")]
    [InlineData("@IsHidden", "drop", "IsHidden is missing")]
    [InlineData(".", "set Color=red", "a color such as")]
    [InlineData("labels", "drop", "labels is missing")]
    [InlineData("labels/label", "drop", "label is missing")]
    [InlineData("labels", "call label", "Name it labels.")]
    [InlineData("labels/label/@description", "say", "Write a text")]
    [InlineData("labels/label/@description", "drop", "description is missing")]
    [InlineData("labels/label/@description", "say Matched", "The label 'Matched' appears twice")]
    public void Options(string path, string change, string words) => Finds("options/option[2]/" + path, change, words);

    [Theory]
    [InlineData("core/OptionSets/pint_capbase.xml", "pint_daykind", "The choice pint_daykind is defined twice")]
    [InlineData("core/OptionSets/pint_capbase.xml", "pint_matching", "The choice pint_matching is defined twice")]
    [InlineData("core/OptionSets/pint_valuebasis.xml", "pint_capbase", "is defined twice")]
    public void A_choice_that_is_there_twice(string file, string name, string words) =>
        Assert.Contains(sources.With(file, "@Name", "say " + name), finding => finding.Sentence.Contains(words, StringComparison.Ordinal));

    private void Finds(string path, string change, string words) => sources.Finds(Matching, path, change, "", words);
}
