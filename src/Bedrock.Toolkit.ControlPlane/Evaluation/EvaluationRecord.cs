using System.Text.Json;

namespace Bedrock.Toolkit.ControlPlane.Evaluation;

/// <summary>One line of the data set of an evaluation job. Immutable; made by the methods here.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-prompt-datasets.html</remarks>
public sealed class EvaluationRecord
{
    /// <summary>Turns that one conversation may have.</summary>
    public const int MaxTurns = 5;

    private EvaluationRecord(string form) => Form = form;

    /// <summary>What lines of one file must have in common.</summary>
    internal string Form { get; }

    /// <summary>Whose answer is rated; null when the job asks the model itself.</summary>
    internal string? Source { get; private init; }

    private string Prompt { get; init; } = string.Empty;

    private string? Reference { get; init; }

    private string? Category { get; init; }

    private string? Response { get; init; }

    private IReadOnlyList<EvaluationTurn> Turns { get; init; } = [];

    /// <summary>A prompt that the job asks a model.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="referenceResponse">A good answer, for metrics that compare with one.</param>
    /// <param name="category">What scores are grouped by.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentException">The prompt is blank.</exception>
    public static EvaluationRecord ForPrompt(string prompt, string? referenceResponse = null, string? category = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prompt);
        return new EvaluationRecord("prompts") { Prompt = prompt, Reference = referenceResponse, Category = category };
    }

    /// <summary>An answer that was given already, for a judge to rate.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="response">What was answered.</param>
    /// <param name="sourceIdentifier">Who answered, equal to <c>InferenceSourceIdentifier</c> of the job.</param>
    /// <param name="referenceResponse">A good answer.</param>
    /// <param name="category">What scores are grouped by.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentException">The prompt or the source is blank.</exception>
    public static EvaluationRecord ForResponse(
        string prompt, string response, string sourceIdentifier, string? referenceResponse = null, string? category = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prompt);
        ArgumentNullException.ThrowIfNull(response);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceIdentifier);
        return new EvaluationRecord("answers")
        {
            Prompt = prompt,
            Response = response,
            Source = sourceIdentifier,
            Reference = referenceResponse,
            Category = category,
        };
    }

    /// <summary>A conversation with a knowledge base.</summary>
    /// <param name="turns">1 to <see cref="MaxTurns"/>; one alone when it has <see cref="EvaluationTurn.ReferenceContexts"/>.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentException">There are too few or too many turns, a prompt is blank, or turns differ in their kind.</exception>
    public static EvaluationRecord ForConversation(params IReadOnlyList<EvaluationTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        bool retrieves = turns.Any(static t => t.ReferenceContexts.Count > 0 || t.Output is { Text: null });
        string? source = turns.Count > 0 ? turns[0].Output?.SourceIdentifier : null;
        string? fault = turns.Count is 0 or > MaxTurns ? $"A conversation has 1 to {MaxTurns} turns."
            : turns.Any(static t => string.IsNullOrWhiteSpace(t.Prompt)) ? "A turn has a blank prompt."
            : retrieves && turns.Count > 1 ? "A conversation that only retrieves has one turn."
            : turns.Any(static t => t is { ReferenceContexts.Count: > 0, ReferenceResponses.Count: > 0 }) ? "A turn has reference responses or contexts, not both."
            : turns.Any(t => t.Output?.SourceIdentifier != source) ? "All turns have outputs of one source, or none has."
            : null;
        return fault is null
            ? new EvaluationRecord(retrieves ? "retrieval" : "retrieval with generation") { Turns = [.. turns], Source = source }
            : throw new ArgumentException(fault, nameof(turns));
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Turns.Count > 0)
        {
            writer.WriteStartArray("conversationTurns");
            foreach (EvaluationTurn turn in Turns)
            {
                Write(writer, turn);
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("prompt", Prompt);
            WriteIfSet(writer, "referenceResponse", Reference);
            WriteIfSet(writer, "category", Category);
            if (Source is not null)
            {
                writer.WriteStartArray("modelResponses");
                writer.WriteStartObject();
                writer.WriteString("response", Response);
                writer.WriteString("modelIdentifier", Source);
                writer.WriteEndObject();
                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, EvaluationTurn turn)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("prompt");
        WriteContent(writer, turn.Prompt);
        WriteContents(writer, "referenceResponses", turn.ReferenceResponses);
        WriteContents(writer, "referenceContexts", turn.ReferenceContexts);
        if (turn.Output is { } output)
        {
            writer.WriteStartObject("output");
            WriteIfSet(writer, "text", output.Text);
            WriteIfSet(writer, "modelIdentifier", output.ModelIdentifier);
            writer.WriteString("knowledgeBaseIdentifier", output.SourceIdentifier);
            writer.WriteStartObject("retrievedPassages");
            writer.WriteStartArray("retrievalResults");
            foreach (string passage in output.Passages)
            {
                writer.WriteStartObject();
                writer.WriteStartObject("content");
                writer.WriteString("text", passage);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteContents(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            writer.WriteStartArray(name);
            foreach (string text in texts)
            {
                WriteContent(writer, text);
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteContent(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("content");
        writer.WriteStartObject();
        writer.WriteString("text", text);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteIfSet(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
