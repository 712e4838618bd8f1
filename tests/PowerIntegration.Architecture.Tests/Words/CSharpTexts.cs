using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PowerIntegration.Architecture.Tests.Words;

/// <summary>
/// The text literals of a C# file. Texts that are joined with a plus are one text, so that a phrase that is broken over two lines is found.
/// </summary>
internal static class CSharpTexts
{
    private const string Filled = "{}";

    public static IEnumerable<VisibleText> Of(string path, string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        foreach (var node in root.DescendantNodes().OfType<ExpressionSyntax>().Where(IsText))
        {
            // A literal inside a value that is filled in is a text of its own; one side of a plus is not.
            if (node.Parent is not BinaryExpressionSyntax parent || !IsText(parent))
            {
                var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                yield return new VisibleText(FormattableString.Invariant($"{path}:{line}"), TextOf(node));
            }
        }
    }

    private static bool IsText(ExpressionSyntax node) =>
        node switch
        {
            LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression)
                || literal.IsKind(SyntaxKind.Utf8StringLiteralExpression),
            InterpolatedStringExpressionSyntax => true,
            BinaryExpressionSyntax sum => sum.IsKind(SyntaxKind.AddExpression) && (IsText(sum.Left) || IsText(sum.Right)),
            _ => false,
        };

    private static string TextOf(ExpressionSyntax node) =>
        node switch
        {
            LiteralExpressionSyntax literal when IsText(literal) => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax filled => string.Concat(filled.Contents.Select(TextOf)),
            BinaryExpressionSyntax sum when IsText(sum) => TextOf(sum.Left) + TextOf(sum.Right),
            _ => Filled,
        };

    private static string TextOf(InterpolatedStringContentSyntax part) =>
        part is InterpolatedStringTextSyntax text
            ? text.TextToken.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)
            : Filled;
}
