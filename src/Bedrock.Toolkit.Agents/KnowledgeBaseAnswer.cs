using System.Text;
using Bedrock.Toolkit.Agents.Runtime;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Agents;

/// <summary>An answer from a knowledge base, with the places of its text that are cited. Immutable.</summary>
public sealed class KnowledgeBaseAnswer
{
    private KnowledgeBaseAnswer(string text, IEnumerable<KnowledgeBaseCitation> citations, string? sessionId, bool isIntervened)
    {
        (Text, SessionId, IsGuardrailIntervened) = (text, sessionId, isIntervened);
        int from = 0;
        List<KnowledgeBaseAnswerCitation> found = [];
        foreach (KnowledgeBaseCitation citation in citations)
        {
            KnowledgeBaseAnswerCitation one = KnowledgeBaseAnswerCitation.Find(text, citation, from);
            from = one.Range is { } range ? range.End.Value : from;
            found.Add(one);
        }

        Citations = found;
    }

    /// <summary>The answer.</summary>
    public string Text { get; }

    /// <summary>The parts of the answer and what they rest on, in the order of the service.</summary>
    /// <value>Empty when the service cites nothing.</value>
    public IReadOnlyList<KnowledgeBaseAnswerCitation> Citations { get; }

    /// <summary>The session, to go on with.</summary>
    /// <value>Null when the service did not say.</value>
    public string? SessionId { get; }

    /// <summary>Whether a guardrail stepped in.</summary>
    public bool IsGuardrailIntervened { get; }

    /// <summary>Whether the whole answer rests on nothing that was found: no citation has a passage.</summary>
    public bool IsUnsupported => Citations.All(static citation => citation.Passages.Count == 0);

    /// <summary>Reads an answer.</summary>
    /// <param name="response">What RetrieveAndGenerate answers.</param>
    /// <returns>The answer.</returns>
    public static KnowledgeBaseAnswer From(RetrieveAndGenerateResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new KnowledgeBaseAnswer(
            response.Output?.Text ?? string.Empty, response.Citations ?? [], response.SessionId,
            response.GuardrailOutcome == KnowledgeBaseGuardrailAction.Intervened);
    }

    /// <summary>Reads an answer that came as a stream.</summary>
    /// <param name="response">What the events of RetrieveAndGenerateStream fold into.</param>
    /// <returns>The answer.</returns>
    public static KnowledgeBaseAnswer From(RetrieveAndGenerateStreamResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = new StringBuilder();
        List<KnowledgeBaseCitation> citations = [];
        bool isIntervened = false;
        foreach (RetrieveAndGenerateStreamEvent streamEvent in response.Stream)
        {
            switch (streamEvent)
            {
                case RetrieveAndGenerateOutputEvent output:
                    text.Append(output.Text);
                    break;
                case RetrieveAndGenerateCitationEvent citation:
                    // The same content twice: in the event itself, and in a member that is there for old callers.
                    citations.Add(new KnowledgeBaseCitation
                    {
                        GeneratedResponsePart = citation.GeneratedResponsePart ?? citation.Citation?.GeneratedResponsePart,
                        RetrievedReferences = citation.RetrievedReferences ?? citation.Citation?.RetrievedReferences,
                    });
                    break;
                case RetrieveAndGenerateGuardrailEvent guardrail:
                    isIntervened |= guardrail.Action == KnowledgeBaseGuardrailAction.Intervened;
                    break;
                default:
                    break;
            }
        }

        return new KnowledgeBaseAnswer(text.ToString(), citations, response.SessionId, isIntervened);
    }

    /// <summary>The answer as blocks of a Converse message: text, and cited text with its citations.</summary>
    /// <returns>The blocks, whose texts together are <see cref="Text"/>.</returns>
    public IReadOnlyList<ContentBlock> ToContent()
    {
        List<ContentBlock> blocks = [];
        int at = 0;
        foreach (KnowledgeBaseAnswerCitation citation in Citations
            .Where(static one => one.Range is not null && one.Passages.Count > 0).OrderBy(static one => one.Range!.Value.Start.Value))
        {
            (int start, int length) = citation.Range!.Value.GetOffsetAndLength(Text.Length);
            if (start < at)
            {
                continue;
            }

            if (start > at)
            {
                blocks.Add(new TextBlock(Text[at..start]));
            }

            blocks.Add(new CitationsContent
            {
                Block = new CitationsContentBlock
                {
                    Content = [new CitationGeneratedText(Text.Substring(start, length))],
                    Citations = [.. citation.Passages.Select(ToCitation)],
                },
            });
            at = start + length;
        }

        if (at < Text.Length)
        {
            blocks.Add(new TextBlock(Text[at..]));
        }

        return blocks;
    }

    /// <summary>Sizes, never the text.</summary>
    /// <returns>A line.</returns>
    public override string ToString() => $"{Text.Length} characters, {Citations.Count} citations";

    private static Citation ToCitation(KnowledgeBasePassage passage) => new()
    {
        Title = passage.Source,
        Source = passage.Source,
        SourceContent = [new CitationSourceText(passage.Text)],
        Location = passage.Location?.WebLocation?.Url is { } url ? new WebCitationLocation(new WebLocation { Url = url }) : null,
    };
}
