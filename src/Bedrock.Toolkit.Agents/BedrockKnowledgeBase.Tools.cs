using System.Buffers;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Agents;

/// <content>The knowledge base as something that a model calls.</content>
public sealed partial class BedrockKnowledgeBase
{
    private const string DefaultName = "search_knowledge_base";
    private const string DefaultDescription = "Searches the documents of the organisation and gives passages with their sources. Use it before answering.";

    private static readonly JsonElement InputSchema = JsonElement.Parse("""
        {"type":"object","properties":{"query":{"type":"string","description":"What to look for, in plain words."}},"required":["query"]}
        """u8);

    /// <summary>The knowledge base as a tool for Converse's tool loop.</summary>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it knows and when to ask it.</param>
    /// <param name="filter">Which documents count; all when null. The model cannot change it.</param>
    /// <returns>The tool; it gives passages with their sources.</returns>
    public RunnableTool AsTool(string name = DefaultName, string description = DefaultDescription, KnowledgeBaseFilter? filter = null) =>
        RunnableTool.Create(name, description, InputSchema, (input, cancellationToken) => SearchAsync(input, filter, cancellationToken));

    /// <summary>The knowledge base as a function for any chat client of Microsoft.Extensions.AI.</summary>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it knows and when to ask it.</param>
    /// <param name="filter">Which documents count; all when null. The model cannot change it.</param>
    /// <returns>The function; it gives passages with their sources.</returns>
    public AIFunction AsFunction(string name = DefaultName, string description = DefaultDescription, KnowledgeBaseFilter? filter = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new SearchFunction(this, name, description, filter);
    }

    private async Task<JsonElement> SearchAsync(JsonElement input, KnowledgeBaseFilter? filter, CancellationToken cancellationToken)
    {
        string? query = input.ValueKind == JsonValueKind.Object && input.TryGetProperty("query", out JsonElement value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
        if (string.IsNullOrWhiteSpace(query))
        {
            throw new JsonException("The input must have a text 'query'.");
        }

        return ToJson(await RetrieveAsync(query, filter, cancellationToken).ConfigureAwait(false));
    }

    private static JsonElement ToJson(IReadOnlyList<KnowledgeBasePassage> passages)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("passages");
            foreach (KnowledgeBasePassage passage in passages)
            {
                writer.WriteStartObject();
                writer.WriteString("text", passage.Text);
                writer.WriteString("source", passage.Source);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private sealed class SearchFunction(BedrockKnowledgeBase knowledgeBase, string name, string description, KnowledgeBaseFilter? filter) : AIFunction
    {
        public override string Name => name;

        public override string Description => description;

        public override JsonElement JsonSchema => InputSchema;

        protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
        {
            string? query = arguments.GetValueOrDefault("query") switch
            {
                string text => text,
                JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
                _ => null,
            };
            return string.IsNullOrWhiteSpace(query)
                ? throw new ArgumentException("The argument 'query' must be a text.", nameof(arguments))
                : ToJson(await knowledgeBase.RetrieveAsync(query, filter, cancellationToken).ConfigureAwait(false));
        }
    }
}
