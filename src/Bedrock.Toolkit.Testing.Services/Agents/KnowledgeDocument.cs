using System.Text.Json;
using Bedrock.Toolkit.Agents.Building;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Agents;

/// <summary>A document of a knowledge base, cut into passages that are found by the words they share with a question.</summary>
internal sealed class KnowledgeDocument
{
    private const int MostCharacters = 900;
    private const int Dimensions = 512;

    public KnowledgeDocument(DocumentIdentifier identifier, string? text, IReadOnlyDictionary<string, JsonElement> metadata, DateTimeOffset indexedAt)
    {
        (Identifier, Metadata, IndexedAt, IsReadable) = (identifier, metadata, indexedAt, text is not null);
        Passages = [.. Cut(text ?? string.Empty).Select(passage => (passage, HashedEmbedding.Create(passage, Dimensions, normalize: true)))];
    }

    public DocumentIdentifier Identifier { get; }

    public IReadOnlyDictionary<string, JsonElement> Metadata { get; }

    public DateTimeOffset IndexedAt { get; }

    /// <summary>Whether it had text that could be read.</summary>
    public bool IsReadable { get; }

    public IReadOnlyList<(string Text, float[] Vector)> Passages { get; }

    public string Id => Identifier.Custom?.Id ?? Identifier.S3?.Uri ?? string.Empty;

    public DocumentStatus StatusAt(DateTimeOffset now) =>
        now < IndexedAt ? DocumentStatus.InProgress : IsReadable ? DocumentStatus.Indexed : DocumentStatus.Failed;

    /// <summary>The vector of a question.</summary>
    public static float[] VectorOf(string question) => HashedEmbedding.Create(question.Length == 0 ? " " : question, Dimensions, normalize: true);

    // Paragraphs, put together as long as a passage stays short.
    private static IEnumerable<string> Cut(string text)
    {
        string passage = string.Empty;
        foreach (string paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (passage.Length > 0 && passage.Length + paragraph.Length > MostCharacters)
            {
                yield return passage;
                passage = string.Empty;
            }

            passage = passage.Length == 0 ? paragraph : passage + "\n\n" + paragraph;
        }

        if (passage.Length > 0)
        {
            yield return passage;
        }
    }
}
