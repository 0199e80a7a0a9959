namespace Bedrock.Toolkit.Models;

/// <summary>The text of a conversation in the template of one Llama version.</summary>
internal sealed class LlamaPrompt(LlamaPromptFormat format)
{
    public const string PythonTag = "<|python_tag|>";

    private const string FunctionsIntroduction =
        "These functions can be called. To call one, answer with nothing but a JSON object of the form"
        + " {\"name\": the function's name, \"parameters\": an object with its arguments}, with values and no variables.";

    private static readonly SpecialTokens Headers = new(hasBarred: true);
    private static readonly SpecialTokens Instructions = new(hasBarred: false, "[inst]", "[/inst]", "<<sys>>", "<</sys>>", "<s>", "</s>", "<unk>", "<pad>");

    private readonly List<(string Name, string? Description, JsonElement Parameters)> _functions = [];
    private string? _environment;

    public void SetEnvironment(IReadOnlyList<string> tools) =>
        _environment = tools.Count == 0 ? "Environment: ipython" : $"Environment: ipython\nTools: {string.Join(", ", tools)}";

    public void AddFunction(string name, string? description, JsonElement parameters) => _functions.Add((name, description, parameters));

    /// <summary>The conversation so far with the model's open turn at the end.</summary>
    public string Render(IReadOnlyList<PromptTurn> turns, string? system) => format switch
    {
        LlamaPromptFormat.Llama2 => RenderInstructions(turns, SystemText(system)),
        LlamaPromptFormat.Llama4 => RenderHeaders(turns, SystemText(system), "<|header_start|>", "<|header_end|>", "<|eot|>"),
        _ => RenderHeaders(turns, SystemText(system), "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"),
    };

    public string ImageTokens(int count)
    {
        string token = format == LlamaPromptFormat.Llama4 ? "<|image_start|><|image|><|image_end|>" : "<|image|>";
        return string.Concat(Enumerable.Repeat(token, count));
    }

    private string? SystemText(string? own)
    {
        List<string> parts = [];
        if (_environment is not null)
        {
            parts.Add(_environment);
        }

        if (_functions.Count > 0)
        {
            parts.Add($"{FunctionsIntroduction}\n\n{FunctionList()}");
        }

        if (!string.IsNullOrEmpty(own))
        {
            parts.Add(own);
        }

        return parts.Count == 0 ? null : string.Join("\n\n", parts);
    }

    private string FunctionList()
    {
        using var buffer = new Serialization.PooledBuffer();
        var options = new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartArray();
            foreach ((string name, string? description, JsonElement parameters) in _functions)
            {
                writer.WriteStartObject();
                writer.WriteString("name", name);
                if (description is not null)
                {
                    writer.WriteString("description", description);
                }

                writer.WritePropertyName("parameters");
                parameters.WriteTo(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string RenderInstructions(IReadOnlyList<PromptTurn> turns, string? system)
    {
        var prompt = new StringBuilder();
        foreach (PromptTurn turn in turns)
        {
            string text = Instructions.Neutralise(turn.Text);
            if (turn.Speaker == PromptSpeaker.Assistant)
            {
                prompt.Append($" {text} </s>");
                continue;
            }

            prompt.Append("<s>[INST] ");
            if (system is not null)
            {
                prompt.Append($"<<SYS>>\n{Instructions.Neutralise(system)}\n<</SYS>>\n\n");
                system = null;
            }

            prompt.Append($"{text} [/INST]");
        }

        return prompt.ToString();
    }

    private static string RenderHeaders(IReadOnlyList<PromptTurn> turns, string? system, string start, string end, string endOfTurn)
    {
        var prompt = new StringBuilder("<|begin_of_text|>");
        if (system is not null)
        {
            prompt.Append($"{start}system{end}\n\n{Headers.Neutralise(system)}{endOfTurn}");
        }

        foreach (PromptTurn turn in turns)
        {
            string text = Headers.Neutralise(turn.Text);
            prompt.Append(turn.Speaker switch
            {
                PromptSpeaker.User => $"{start}user{end}\n\n{turn.Images}{text}{endOfTurn}",
                PromptSpeaker.ToolCall => $"{start}assistant{end}\n\n{PythonTag}{text}<|eom_id|>",
                PromptSpeaker.ToolResult => $"{start}ipython{end}\n\n{text}{endOfTurn}",
                _ => $"{start}assistant{end}\n\n{text}{endOfTurn}",
            });
        }

        return prompt.Append($"{start}assistant{end}\n\n").ToString();
    }
}

/// <summary>The prompt templates of the Llama versions.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html and the model vendor's prompt pages.</remarks>
public enum LlamaPromptFormat
{
    /// <summary>Llama 2 chat: <c>[INST]</c> and <c>&lt;&lt;SYS>></c>; text only, no tools.</summary>
    Llama2,

    /// <summary>Llama 3: headers; text only, no tools.</summary>
    Llama3,

    /// <summary>Llama 3.1, 3.2 and 3.3: the headers of Llama 3 with tools, and with images for 3.2 11B and 90B.</summary>
    Llama31,

    /// <summary>Llama 4: headers of its own, with images; the template has no turn for the result of a tool.</summary>
    Llama4,
}
