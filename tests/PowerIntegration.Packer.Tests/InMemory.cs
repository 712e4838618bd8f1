using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace PowerIntegration.Packer.Tests;

/// <summary>Changes content that was read once, looks at what follows, and puts everything back.</summary>
internal static class InMemory
{
    /// <summary>What a look gives while an object or a list holds other content.</summary>
    public static T With<T>(JsonNode root, JsonNode content, Func<T> look)
    {
        JsonNode before = root.DeepClone();
        try
        {
            Fill(root, content);
            return look();
        }
        finally
        {
            Fill(root, before);
        }
    }

    /// <summary>What a look gives after a change of an element.</summary>
    public static T With<T>(XElement root, Action<XElement> change, Func<T> look)
    {
        XElement before = new(root);
        try
        {
            change(root);
            return look();
        }
        finally
        {
            root.ReplaceAll(before.Attributes(), before.Nodes());
        }
    }

    /// <summary>A change that replaces texts in the XML of an element, one after the other.</summary>
    public static Action<XElement> Replacing(params (string Text, string Replacement)[] changes) =>
        root =>
        {
            XElement after = XElement.Parse(Replaced(root.ToString(), changes));
            root.ReplaceAll(after.Attributes(), after.Nodes());
        };

    /// <summary>The content with the first occurrence of each text replaced; a text that is not there fails the test.</summary>
    public static string Replaced(string content, params (string Text, string Replacement)[] changes)
    {
        foreach ((string text, string replacement) in changes)
        {
            int index = content.IndexOf(text, StringComparison.Ordinal);
            Assert.True(index >= 0, $"The source does not hold the text {text}.");
            content = content[..index] + replacement + content[(index + text.Length)..];
        }

        return content;
    }

    private static void Fill(JsonNode root, JsonNode content)
    {
        if (root is JsonArray list)
        {
            list.Clear();
            content.AsArray().ToList().ForEach(item => list.Add(item?.DeepClone()));
            return;
        }

        root.AsObject().Clear();
        content.AsObject().ToList().ForEach(member => root.AsObject().Add(member.Key, member.Value?.DeepClone()));
    }
}
