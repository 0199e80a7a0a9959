using System.Text;
using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>The text of a conversation in the template of one Llama version.</summary>
internal sealed class LlamaPrompt(LlamaPromptFormat format)
{
    public const string PythonTag = "<|python_tag|>";

    private const string JoinedTurns = "\n\n";
    private const string FunctionsIntroduction =
        "These functions can be called. To call one, answer with nothing but a JSON object of the form"
        + " {\"name\": the function's name, \"parameters\": an object with its arguments}, with values and no variables.";

    private static readonly SpecialTokens Headers = new(hasBarred: true);
    private static readonly SpecialTokens Instructions = new(hasBarred: false, "[inst]", "[/inst]", "<<sys>>", "<</sys>>", "<s>", "</s>", "<unk>", "<pad>");

    private readonly List<Turn> _turns = [];
    private readonly List<(string Name, string? Description, JsonElement Parameters)> _functions = [];
    private string? _system;
    private string? _environment;

    private enum Speaker
    {
        User,
        Assistant,
        ToolCall,
        ToolResult,
    }

    public bool IsEmpty => _turns.Count == 0;

    public bool EndsForTheModel => _turns is [.., { Speaker: Speaker.User or Speaker.ToolResult }];

    public bool TakesToolResult => _turns is [.., { Speaker: Speaker.ToolCall or Speaker.ToolResult or Speaker.Assistant }];

    public void SetSystem(string? text) => _system = text?.Trim();

    public void SetEnvironment(IReadOnlyList<string> tools) =>
        _environment = tools.Count == 0 ? "Environment: ipython" : $"Environment: ipython\nTools: {string.Join(", ", tools)}";

    public void AddFunction(string name, string? description, JsonElement parameters) => _functions.Add((name, description, parameters));

    public void AddUser(string text, int images) => Add(Speaker.User, ImageTokens(images), text);

    public void AddAssistant(string text) => Add(Speaker.Assistant, string.Empty, text);

    public void AddToolCall(string text) => Add(Speaker.ToolCall, string.Empty, text);

    public void AddToolResult(string text) => Add(Speaker.ToolResult, string.Empty, text);

    /// <summary>The conversation so far with the model's open turn at the end.</summary>
    public override string ToString() => format switch
    {
        LlamaPromptFormat.Llama2 => RenderInstructions(),
        LlamaPromptFormat.Llama4 => RenderHeaders("<|header_start|>", "<|header_end|>", "<|eot|>"),
        _ => RenderHeaders("<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"),
    };

    // Two turns of one side become one: the template knows only alternating turns.
    private void Add(Speaker speaker, string images, string text)
    {
        if (speaker is Speaker.User or Speaker.Assistant && _turns is [.., { } last] && last.Speaker == speaker)
        {
            _turns[^1] = last with { Images = last.Images + images, Text = last.Text + JoinedTurns + text.Trim() };
            return;
        }

        _turns.Add(new Turn(speaker, images, text.Trim()));
    }

    private string ImageTokens(int count)
    {
        string token = format == LlamaPromptFormat.Llama4 ? "<|image_start|><|image|><|image_end|>" : "<|image|>";
        return string.Concat(Enumerable.Repeat(token, count));
    }

    private string? SystemText()
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

        if (!string.IsNullOrEmpty(_system))
        {
            parts.Add(_system);
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

    private string RenderInstructions()
    {
        var prompt = new StringBuilder();
        string? system = SystemText();
        foreach (Turn turn in _turns)
        {
            string text = Instructions.Neutralise(turn.Text);
            if (turn.Speaker == Speaker.Assistant)
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

    private string RenderHeaders(string start, string end, string endOfTurn)
    {
        var prompt = new StringBuilder("<|begin_of_text|>");
        if (SystemText() is { } system)
        {
            prompt.Append($"{start}system{end}\n\n{Headers.Neutralise(system)}{endOfTurn}");
        }

        foreach (Turn turn in _turns)
        {
            string text = Headers.Neutralise(turn.Text);
            prompt.Append(turn.Speaker switch
            {
                Speaker.User => $"{start}user{end}\n\n{turn.Images}{text}{endOfTurn}",
                Speaker.ToolCall => $"{start}assistant{end}\n\n{PythonTag}{text}<|eom_id|>",
                Speaker.ToolResult => $"{start}ipython{end}\n\n{text}{endOfTurn}",
                _ => $"{start}assistant{end}\n\n{text}{endOfTurn}",
            });
        }

        return prompt.Append($"{start}assistant{end}\n\n").ToString();
    }

    private sealed record Turn(Speaker Speaker, string Images, string Text);
}
