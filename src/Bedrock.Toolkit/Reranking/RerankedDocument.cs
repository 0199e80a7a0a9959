namespace Bedrock.Toolkit;

/// <summary>A document with its score.</summary>
/// <param name="Index">The document's position in the list that was given, from 0.</param>
/// <param name="Score">How well it answers the question: 0 to 1; higher is better.</param>
/// <param name="Document">The document.</param>
public readonly record struct RerankedDocument(int Index, double Score, string Document)
{
    /// <summary>Position and score, without the text.</summary>
    /// <returns>A text for diagnostics.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Index}: {Score:0.####}");
}
