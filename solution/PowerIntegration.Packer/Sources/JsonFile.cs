using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Sources;

/// <summary>Reads JSON files so that everything in them can be asked for later without an exception.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions EachMemberOnce = new() { AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Content of the file; null, with a finding, where it cannot be read.</summary>
    /// <param name="file">Name for findings.</param>
    /// <param name="bytes">Content.</param>
    /// <param name="unreadable">Takes the finding.</param>
    public static JsonNode? Parse(string file, ReadOnlySpan<byte> bytes, ICollection<Finding> unreadable)
    {
        try
        {
            JsonNode? content = JsonNode.Parse(bytes.StartsWith(Mark) ? bytes[Mark.Length..] : bytes, documentOptions: EachMemberOnce);
            Visit(content);
            return content;
        }
        catch (JsonException e)
        {
            string line = e.LineNumber is { } number ? $"line {number + 1}" : "the file";
            unreadable.Add(new Finding(file, line, $"The file is not valid JSON: {e.Message}"));
        }
        catch (InvalidOperationException e)
        {
            unreadable.Add(new Finding(file, "the file", $"A text in it is not valid Unicode: {e.Message} Correct the escape sequence."));
        }

        return null;
    }

    // Texts are decoded when they are first read; half of a surrogate pair is only found then.
    private static void Visit(JsonNode? node)
    {
        foreach (KeyValuePair<string, JsonNode?> member in node.Members())
        {
            Visit(member.Value);
        }

        foreach (JsonNode? item in node.Items())
        {
            Visit(item);
        }

        _ = node.Text();
    }
}
