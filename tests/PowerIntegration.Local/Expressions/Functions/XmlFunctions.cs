using System.Text.Json.Nodes;
using System.Xml.XPath;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>xml and xpath.</summary>
internal static class XmlFunctions
{
    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        table.Add("xml", 1, 1, Xml);
        table.Add("xpath", 2, 2, XPath);
    }

    private static JsonObject Xml(FunctionArguments arguments)
    {
        if (Values.TextOrNull(arguments[0]) is { } text)
        {
            return XmlConversion.Content(XmlConversion.Read(text).OuterXml);
        }

        return Values.IsContent(arguments[0])
            ? XmlConversion.Rewrap(arguments.Object(0))
            : XmlConversion.Content(XmlConversion.FromJson(arguments.Object(0)));
    }

    private static JsonNode? XPath(FunctionArguments arguments)
    {
        if (!Values.IsContent(arguments[0]))
        {
            throw arguments.Wrong(0, "XML made by xml()");
        }

        try
        {
            return XmlConversion.Read(arguments.Object(0)).CreateNavigator()!.Evaluate(arguments.Text(1)) switch
            {
                double number => JsonValue.Create(number),
                bool truth => JsonValue.Create(truth),
                string text => JsonValue.Create(text),
                XPathNodeIterator nodes => Nodes(nodes),
                var other => throw arguments.Failure($"got a result of type {other?.GetType().Name}"),
            };
        }
        catch (XPathException failure)
        {
            throw arguments.Failure($"cannot evaluate '{arguments.Text(1)}': {failure.Message.TrimEnd('.')}", failure);
        }
    }

    private static JsonArray Nodes(XPathNodeIterator nodes)
    {
        var result = new JsonArray();
        foreach (XPathNavigator node in nodes)
        {
            result.Add(
                node.NodeType is XPathNodeType.Element or XPathNodeType.Root ? XmlConversion.Content(node.OuterXml) : JsonValue.Create(node.Value)
            );
        }

        return result;
    }
}
