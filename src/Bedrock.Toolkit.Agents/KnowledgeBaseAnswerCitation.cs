using Bedrock.Toolkit.Agents.Runtime;

namespace Bedrock.Toolkit.Agents;

/// <summary>A part of an answer and the passages that it rests on. Immutable.</summary>
public sealed class KnowledgeBaseAnswerCitation
{
    private KnowledgeBaseAnswerCitation(string text, Range? range, IReadOnlyList<KnowledgeBasePassage> passages) =>
        (Text, Range, Passages) = (text, range, passages);

    /// <summary>The part of the answer.</summary>
    public string Text { get; }

    /// <summary>Where it stands in the answer's text: <c>answer.Text[citation.Range.Value]</c> is <see cref="Text"/>.</summary>
    /// <value>Null when the answer does not have it.</value>
    public Range? Range { get; }

    /// <summary>The passages that it rests on.</summary>
    /// <value>Empty when the service found nothing for this part.</value>
    public IReadOnlyList<KnowledgeBasePassage> Passages { get; }

    // The service says neither whether the end is inside nor what it counts: the reading whose text is the cited one is right, and where none is, the text
    // itself is looked for.
    internal static KnowledgeBaseAnswerCitation Find(string answer, KnowledgeBaseCitation citation, int from)
    {
        IReadOnlyList<KnowledgeBasePassage> passages = [.. (citation.RetrievedReferences ?? []).Select(KnowledgeBasePassage.Of)];
        TextResponsePart? part = citation.GeneratedResponsePart?.TextResponsePart;
        int? start = part?.Span?.Start;
        int? end = part?.Span?.End;
        string? text = part?.Text;
        if (text is null)
        {
            Range? said = start is { } s && end is { } e && s >= 0 && s <= e && e < answer.Length ? new Range(s, e + 1) : null;
            return new KnowledgeBaseAnswerCitation(said is { } known ? answer[known] : string.Empty, said, passages);
        }

        if (start is { } first && PlaceOf(answer, first, text) is { } place)
        {
            return new KnowledgeBaseAnswerCitation(text, new Range(place, place + text.Length), passages);
        }

        int found = text.Length == 0 ? -1 : answer.IndexOf(text, Math.Min(from, answer.Length), StringComparison.Ordinal);
        found = found < 0 && text.Length > 0 ? answer.IndexOf(text, StringComparison.Ordinal) : found;
        return new KnowledgeBaseAnswerCitation(text, found < 0 ? null : new Range(found, found + text.Length), passages);
    }

    private static int? PlaceOf(string answer, int start, string text) =>
        Fits(answer, start, text) ? start : InCodePoints(answer, start) is { } at && Fits(answer, at, text) ? at : null;

    private static bool Fits(string answer, int start, string text) =>
        start >= 0 && start + text.Length <= answer.Length && string.CompareOrdinal(answer, start, text, 0, text.Length) == 0;

    private static int? InCodePoints(string answer, int count)
    {
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            if (at >= answer.Length)
            {
                return null;
            }

            at += at + 1 < answer.Length && char.IsSurrogatePair(answer[at], answer[at + 1]) ? 2 : 1;
        }

        return at;
    }
}
