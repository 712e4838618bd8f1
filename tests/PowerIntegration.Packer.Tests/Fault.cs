using System.Collections;
using System.Xml.Linq;
using System.Xml.XPath;
using Xunit;

namespace PowerIntegration.Packer.Tests;

/// <summary>
/// One fault in an XML file: a path to an element or an attribute, and what happens to it, in words:
/// drop, twin, swap (with the next element), call NAME, say TEXT (or say for no text), add XML, set NAME=TEXT.
/// </summary>
internal static class Fault
{
    public static void Put(XElement root, string path, string change)
    {
        XObject target =
            ((IEnumerable)root.XPathEvaluate(path)).Cast<XObject>().FirstOrDefault() ?? throw new ArgumentException($"{path} leads nowhere.");
        string[] words = change.Split(' ', 2);
        string argument = words.Length > 1 ? words[1] : "";
        if (target is XAttribute attribute)
        {
            InAttribute(attribute, words[0], argument);
        }
        else
        {
            InElement((XElement)target, words[0], argument);
        }
    }

    private static void InAttribute(XAttribute attribute, string verb, string argument)
    {
        XElement owner = attribute.Parent!;
        switch (verb)
        {
            case "drop":
                attribute.Remove();
                break;
            case "call":
                attribute.Remove();
                owner.SetAttributeValue(argument, attribute.Value);
                break;
            case "say":
                attribute.Value = argument;
                break;
            default:
                Assert.Fail($"An attribute cannot {verb}.");
                break;
        }
    }

    private static void InElement(XElement element, string verb, string argument)
    {
        switch (verb)
        {
            case "drop":
                element.Remove();
                break;
            case "twin":
                element.AddAfterSelf(new XElement(element));
                break;
            case "swap":
                XElement next = element.ElementsAfterSelf().First();
                element.Remove();
                next.AddAfterSelf(element);
                break;
            case "call":
                element.Name = argument;
                break;
            case "say":
                element.Value = argument;
                break;
            case "add":
                element.Add(XElement.Parse(argument));
                break;
            case "set":
                string[] pair = argument.Split('=');
                element.SetAttributeValue(pair[0], pair[1]);
                break;
            default:
                Assert.Fail($"An element cannot {verb}.");
                break;
        }
    }
}
