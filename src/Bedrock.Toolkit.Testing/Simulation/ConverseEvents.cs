using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Cuts an answer of Converse into the events of ConverseStream.</summary>
internal static class ConverseEvents
{
    private const int PieceLength = 16;

    public static List<ConverseStreamEvent> Of(ConverseResponse response)
    {
        List<ConverseStreamEvent> events = [new MessageStartEvent { Role = response.Message.Role }];
        for (int i = 0; i < response.Message.Content.Count; i++)
        {
            AddBlock(events, i, response.Message.Content[i]);
        }

        events.Add(new MessageStopEvent { StopReason = response.StopReason ?? StopReason.EndTurn,
            AdditionalModelResponseFields = response.AdditionalModelResponseFields });
        events.Add(new ConverseStreamMetadataEvent
        {
            Usage = response.Usage,
            Metrics = response.Metrics,
            Trace = response.Trace,
            PerformanceConfig = response.PerformanceConfig,
            ServiceTier = response.ServiceTier,
        });
        return events;
    }

    /// <summary>The frame of an event.</summary>
    public static byte[] Frame(ConverseStreamEvent streamEvent, int index)
    {
        // As JSON an event is an object with its name as the one member.
        using JsonDocument document = JsonDocument.Parse(BedrockJson.Serialize(streamEvent));
        JsonProperty only = document.RootElement.EnumerateObject().Single();
        return EventFrames.Event(only.Name, JsonSerializer.SerializeToUtf8Bytes(only.Value, BedrockJson.TypeInfo<JsonElement>()), index);
    }

    private static void AddBlock(List<ConverseStreamEvent> events, int index, ContentBlock block)
    {
        if (StartOf(block) is { } start)
        {
            events.Add(new ContentBlockStartEvent { ContentBlockIndex = index, Start = start });
        }

        events.AddRange(DeltasOf(block).Select(delta => new ContentBlockDeltaEvent { ContentBlockIndex = index, Delta = delta }));
        events.Add(new ContentBlockStopEvent { ContentBlockIndex = index });
    }

    private static ContentBlockStart? StartOf(ContentBlock block) => block switch
    {
        ToolUseContent { ToolUse: { } use } => new ToolUseStart(new ToolUseBlockStart { ToolUseId = use.ToolUseId, Name = use.Name, Type = use.Type }),
        ToolResultBlockContent { ToolResult: { } result } => new ToolResultStart(
            new ToolResultBlockStart { ToolUseId = result.ToolUseId, Type = result.Type, Status = result.Status }),
        ImageContent { Image: { } image } => new ImageStart(new ImageBlockStart { Format = image.Format }),
        _ => null,
    };

    private static IEnumerable<ContentBlockDelta> DeltasOf(ContentBlock block) => block switch
    {
        TextBlock text => SimulatedText.Pieces(text.Text).Select(static piece => new TextDelta(piece)),
        ToolUseContent { ToolUse: { } use } => Cut(use.Input.GetRawText()).Select(static piece => new ToolUseDelta(new ToolUseBlockDelta { Input = piece })),
        ToolResultBlockContent { ToolResult: { } result } => result.Content.Select(static content => new ToolResultDelta([ResultDelta(content)])),
        ReasoningContent { Reasoning: { } reasoning } => ReasoningDeltas(reasoning).Select(static piece => new ReasoningDelta(piece)),
        CitationsContent { Block: { } citations } => CitationDeltas(citations),
        ImageContent { Image: { } image } => [new ImageDelta(new ImageBlockDelta { Source = image.Source, Error = image.Error })],
        UnknownContentBlock unknown => [new UnknownContentBlockDelta(unknown.Raw)],
        _ => throw new NotSupportedException($"A stream has no events for {block.GetType().Name}: an answer of a model does not hold it."),
    };

    private static ToolResultBlockDelta ResultDelta(ToolResultContentBlock content) => content switch
    {
        ToolResultText text => new ToolResultTextDelta(text.Text),
        ToolResultJson json => new ToolResultJsonDelta(json.Json),
        _ => throw new NotSupportedException($"A stream has no events for {content.GetType().Name} in a tool result."),
    };

    private static IEnumerable<ReasoningContentBlockDelta> ReasoningDeltas(ReasoningContentBlock reasoning)
    {
        switch (reasoning)
        {
            case ReasoningTextContent { ReasoningText: { } text }:
                foreach (string piece in SimulatedText.Pieces(text.Text))
                {
                    yield return new ReasoningTextDelta(piece);
                }

                if (text.Signature is { } signature)
                {
                    yield return new ReasoningSignatureDelta(signature);
                }

                break;
            case RedactedReasoningContent redacted:
                yield return new RedactedReasoningDelta(redacted.RedactedContent);
                break;
            case UnknownReasoningContentBlock unknown:
                yield return new UnknownReasoningContentBlockDelta(unknown.Raw);
                break;
        }
    }

    private static IEnumerable<ContentBlockDelta> CitationDeltas(CitationsContentBlock block)
    {
        foreach (CitationGeneratedText text in (block.Content ?? []).OfType<CitationGeneratedText>())
        {
            yield return new TextDelta(text.Text);
        }

        foreach (Citation citation in block.Citations ?? [])
        {
            yield return new CitationDelta(new CitationsDelta
            {
                Title = citation.Title,
                Source = citation.Source,
                SourceContent = citation.SourceContent?.OfType<CitationSourceText>().Select(static text => new CitationSourceContentDelta { Text = text.Text })
                    .ToList(),
                Location = citation.Location,
            });
        }
    }

    private static IEnumerable<string> Cut(string json)
    {
        // Bedrock begins the input of a tool with an empty piece.
        yield return string.Empty;
        int start = 0;
        while (start < json.Length)
        {
            int end = Math.Min(start + PieceLength, json.Length);
            end += end < json.Length && char.IsLowSurrogate(json[end]) ? 1 : 0;
            yield return json[start..end];
            start = end;
        }
    }
}
