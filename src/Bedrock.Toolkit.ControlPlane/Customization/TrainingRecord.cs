using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.ControlPlane.Customization;

/// <summary>One example to learn from. Immutable; made by the methods here.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html</remarks>
public sealed class TrainingRecord
{
    private const string SchemaVersion = "bedrock-conversation-2024";

    private TrainingRecord(TrainingSchema schema) => Schema = schema;

    /// <summary>The form.</summary>
    public TrainingSchema Schema { get; }

    internal IReadOnlyList<Message> Messages { get; private init; } = [];

    internal string? System { get; private init; }

    /// <summary>Prompt and completion, image and caption, or the text.</summary>
    internal IReadOnlyList<(string Name, string Value)> Texts { get; private init; } = [];

    private JsonObject? Fields { get; init; }

    /// <summary>A prompt and what the model is to answer.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="completion">The answer.</param>
    /// <returns>The record.</returns>
    public static TrainingRecord PromptCompletion(string prompt, string completion) =>
        OfTexts(TrainingSchema.PromptCompletion, ("prompt", prompt), ("completion", completion));

    /// <summary>An image and its caption.</summary>
    /// <param name="imageUri">The address of S3, such as <c>s3://bucket/001.png</c>.</param>
    /// <param name="caption">What it shows.</param>
    /// <returns>The record.</returns>
    public static TrainingRecord ImageCaption(string imageUri, string caption) =>
        OfTexts(TrainingSchema.ImageCaption, ("image-ref", imageUri), ("caption", caption));

    /// <summary>A text for continued pre-training.</summary>
    /// <param name="input">The text.</param>
    /// <returns>The record.</returns>
    public static TrainingRecord Pretraining(string input) => OfTexts(TrainingSchema.Pretraining, ("input", input));

    /// <summary>A conversation that ends with what the model is to answer.</summary>
    /// <param name="messages">The turns; images and videos by their place in S3.</param>
    /// <param name="system">The instruction, if there is one.</param>
    /// <returns>The record.</returns>
    public static TrainingRecord Conversation(IEnumerable<Message> messages, string? system = null) =>
        OfMessages(TrainingSchema.Conversation, messages, system);

    /// <summary>A conversation for Claude 3 Haiku: texts alone.</summary>
    /// <param name="messages">The turns.</param>
    /// <param name="system">The instruction, if there is one.</param>
    /// <returns>The record.</returns>
    public static TrainingRecord ClaudeConversation(IEnumerable<Message> messages, string? system = null) =>
        OfMessages(TrainingSchema.ClaudeConversation, messages, system);

    /// <summary>A prompt that a teacher answers; with an answer at the end, that one is taken.</summary>
    /// <param name="messages">The turns.</param>
    /// <param name="system">The instruction, if there is one.</param>
    /// <returns>The record.</returns>
    public static TrainingRecord Distillation(IEnumerable<Message> messages, string? system = null) =>
        OfMessages(TrainingSchema.Distillation, messages, system);

    /// <summary>A prompt whose answers a grader rates.</summary>
    /// <param name="messages">The turns, texts alone.</param>
    /// <param name="fields">What the grader gets beside them, such as <c>reference_answer</c>; <c>messages</c> is taken.</param>
    /// <param name="system">The instruction, if there is one.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentException">A field is named <c>messages</c>.</exception>
    public static TrainingRecord Reinforcement(IEnumerable<Message> messages, JsonObject fields, string? system = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.ContainsKey("messages"))
        {
            throw new ArgumentException("A field of the grader must not be named 'messages'.", nameof(fields));
        }

        TrainingRecord record = OfMessages(TrainingSchema.Reinforcement, messages, system);
        return new TrainingRecord(TrainingSchema.Reinforcement) { Messages = record.Messages, System = system, Fields = (JsonObject)fields.DeepClone() };
    }

    /// <summary>The line of the file.</summary>
    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach ((string name, string value) in Texts)
        {
            writer.WriteString(name, value);
        }

        switch (Schema)
        {
            case TrainingSchema.Conversation or TrainingSchema.Distillation:
                writer.WriteString("schemaVersion", SchemaVersion);
                if (System is not null)
                {
                    writer.WriteStartArray("system");
                    writer.WriteStartObject();
                    writer.WriteString("text", System);
                    writer.WriteEndObject();
                    writer.WriteEndArray();
                }

                writer.WriteStartArray("messages");
                foreach (Message message in Messages)
                {
                    JsonSerializer.Serialize(writer, message, BedrockJson.TypeInfo<Message>());
                }

                writer.WriteEndArray();
                break;
            case TrainingSchema.ClaudeConversation:
                if (System is not null)
                {
                    writer.WriteString("system", System);
                }

                WriteTexts(writer, null);
                break;
            case TrainingSchema.Reinforcement:
                WriteTexts(writer, System);
                foreach ((string name, JsonNode? value) in Fields!)
                {
                    writer.WritePropertyName(name);
                    if (value is null)
                    {
                        writer.WriteNullValue();
                    }
                    else
                    {
                        value.WriteTo(writer);
                    }
                }

                break;
        }

        writer.WriteEndObject();
    }

    private static TrainingRecord OfTexts(TrainingSchema schema, params (string Name, string Value)[] texts)
    {
        foreach ((string name, string value) in texts)
        {
            ArgumentNullException.ThrowIfNull(value, name);
        }

        return new TrainingRecord(schema) { Texts = texts };
    }

    private static TrainingRecord OfMessages(TrainingSchema schema, IEnumerable<Message> messages, string? system)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return new TrainingRecord(schema) { Messages = [.. messages], System = system };
    }

    private void WriteTexts(Utf8JsonWriter writer, string? system)
    {
        writer.WriteStartArray("messages");
        if (system is not null)
        {
            WriteTurn(writer, "system", system);
        }

        foreach (Message message in Messages)
        {
            WriteTurn(writer, message.Role.Value!, message.Text);
        }

        writer.WriteEndArray();
    }

    private static void WriteTurn(Utf8JsonWriter writer, string role, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WriteString("content", text);
        writer.WriteEndObject();
    }
}
