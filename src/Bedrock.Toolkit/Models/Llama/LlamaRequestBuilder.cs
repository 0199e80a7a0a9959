namespace Bedrock.Toolkit.Models;

/// <summary>Writes a conversation as the one prompt that a Llama model understands, in the template of its version. Not thread-safe.</summary>
/// <remarks>
/// <para>Special tokens in a text (of the user, the system, a tool or an earlier answer) would let its author speak for the other side. They are
/// neutralised: a space goes behind the first character, so <c>&lt;|eot_id|></c> becomes <c>&lt; |eot_id|></c> and <c>[INST]</c> becomes
/// <c>[ INST]</c>. That holds for every text of the form <c>&lt;|name|></c>, for Llama 2 for its own tags, in any letter case, with look-alike or invisible
/// characters. Nothing else in a text is changed, apart from white space around the whole of it.</para>
/// <para>Turns of one side that follow each other become one, with an empty line between them.</para>
/// <para>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html and the model vendor's prompt pages. AWS prints the
/// template of Llama 3 for Llama 4 too; this builder writes Meta's own for it (which one Bedrock expects is unconfirmed).</para>
/// </remarks>
public sealed class LlamaRequestBuilder : PromptRequestBuilder<LlamaRequestBuilder, LlamaRequest>
{
    private readonly LlamaPromptFormat _format;
    private readonly LlamaPrompt _prompt;
    private readonly List<string> _images = [];

    /// <summary>Begins a conversation.</summary>
    /// <param name="format">The template of the model's version.</param>
    /// <exception cref="ArgumentOutOfRangeException">The template is not one of the named ones.</exception>
    public LlamaRequestBuilder(LlamaPromptFormat format)
    {
        if (!Enum.IsDefined(format))
        {
            throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such template.");
        }

        _format = format;
        _prompt = new LlamaPrompt(format);
    }

    private bool HasTools => _format == LlamaPromptFormat.Llama31;

    private protected override string LastTurn => "the user's or a tool's: call User(...) or ToolResult(...)";

    /// <summary>Begins a conversation in the template that the model's id shows.</summary>
    /// <param name="model">The model; an ARN that hides the model does not show a template.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The id shows no known version of Llama.</exception>
    public static LlamaRequestBuilder ForModel(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        LlamaPromptFormat format = LlamaModels.FormatOf(model.Id)
            ?? throw new ArgumentException($"The id '{model.Id}' does not show which Llama it is: give the template to the constructor.", nameof(model));
        return new LlamaRequestBuilder(format);
    }

    /// <summary>Sets the system text.</summary>
    /// <param name="text">Instructions for the whole conversation; null for none.</param>
    /// <returns>This builder.</returns>
    public LlamaRequestBuilder System(string? text) => SetSystem(text);

    /// <summary>Adds a turn of the user.</summary>
    /// <param name="text">What the user says.</param>
    /// <param name="images">Images (the bytes of a file), whose tokens go in front of the text; Llama 3.2 11B and 90B, and Llama 4.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text is blank, or an image is empty.</exception>
    /// <exception cref="InvalidOperationException">The template has no images.</exception>
    public LlamaRequestBuilder User(string text, params IEnumerable<BedrockImage> images)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(images);
        List<string> encoded = [];
        foreach (BedrockImage image in images)
        {
            encoded.Add(image.Bytes.IsEmpty ? throw new ArgumentException("An image has no bytes.", nameof(images)) : Convert.ToBase64String(image.Bytes.Span));
        }

        if (encoded.Count > 0 && _format is LlamaPromptFormat.Llama2 or LlamaPromptFormat.Llama3)
        {
            throw new InvalidOperationException($"The template {_format} has no images: Llama 3.2 11B and 90B, and Llama 4, take them.");
        }

        _images.AddRange(encoded);
        return Add(PromptSpeaker.User, text, _prompt.ImageTokens(encoded.Count));
    }

    /// <summary>Adds a turn of the model.</summary>
    /// <param name="text">What the model said.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    /// <exception cref="InvalidOperationException">It is the first turn, which the template of Llama 2 leaves to the user.</exception>
    public LlamaRequestBuilder Assistant(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return _format == LlamaPromptFormat.Llama2 && Turns.Count == 0
            ? throw new InvalidOperationException("The first turn must be the user's: call User(...) before Assistant(...).")
            : Add(PromptSpeaker.Assistant, text);
    }

    /// <summary>Adds the model's previous answer as its turn; one that begins with <c>&lt;|python_tag|></c> is a call of a tool.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The answer has no text.</exception>
    public LlamaRequestBuilder Assistant(LlamaResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        string text = RequireText(response.Text, nameof(response)).Trim();
        return HasTools && text.Length > LlamaPrompt.PythonTag.Length && text.StartsWith(LlamaPrompt.PythonTag, StringComparison.Ordinal)
            ? ToolCall(text[LlamaPrompt.PythonTag.Length..])
            : Assistant(text);
    }

    /// <summary>Switches the built-in tools on: the system turn begins with <c>Environment: ipython</c>, which also gives the code interpreter.</summary>
    /// <param name="names">Names of further built-in tools, such as <c>brave_search</c>; none for the code interpreter alone.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The template has no tools.</exception>
    public LlamaRequestBuilder BuiltInTools(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        RequireTools();
        List<string> tools = [.. names];
        foreach (string name in tools)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name, nameof(names));
        }

        _prompt.SetEnvironment(tools);
        return this;
    }

    /// <summary>Adds a function of your own, which the model calls by answering with a JSON object that has <c>name</c> and <c>parameters</c>.</summary>
    /// <remarks>The functions stand in the system turn as JSON, under an instruction of ours.</remarks>
    /// <param name="name">The name by which the model calls it.</param>
    /// <param name="description">What it does and when to use it; null for none.</param>
    /// <param name="parameters">The JSON schema of its arguments: an object.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or the schema is no object.</exception>
    /// <exception cref="InvalidOperationException">The template has no tools.</exception>
    public LlamaRequestBuilder Tool(string name, string? description, JsonElement parameters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        RequireTools();
        if (parameters.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException("The schema of a function's parameters must be a JSON object.", nameof(parameters));
        }

        _prompt.AddFunction(name, description, parameters);
        return this;
    }

    /// <summary>Adds a turn of the model that calls a built-in tool: <c>&lt;|python_tag|></c>, the call, <c>&lt;|eom_id|></c>.</summary>
    /// <param name="call">The call, without the tag in front.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The call is blank.</exception>
    /// <exception cref="InvalidOperationException">The template has no tools.</exception>
    public LlamaRequestBuilder ToolCall(string call)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(call);
        RequireTools();
        return Add(PromptSpeaker.ToolCall, call);
    }

    /// <summary>Adds what a tool gave, in a turn of the role <c>ipython</c>.</summary>
    /// <param name="result">The result, such as JSON.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The result is blank.</exception>
    /// <exception cref="InvalidOperationException">The template has no tools, or no turn of the model stands before.</exception>
    public LlamaRequestBuilder ToolResult(string result)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(result);
        RequireTools();
        return Turns is [.., { Speaker: not PromptSpeaker.User }]
            ? Add(PromptSpeaker.ToolResult, result)
            : throw new InvalidOperationException(
                "A tool's result follows the model's call of it: call ToolCall(...) or Assistant(...) before ToolResult(...).");
    }

    private protected override string Render() => _prompt.Render(Turns, SystemText);

    private protected override LlamaRequest Create(string prompt, int? maxTokens, double? temperature, double? topP) =>
        new() { Prompt = prompt, Temperature = temperature, TopP = topP, MaxGenLen = maxTokens, Images = _images.Count == 0 ? null : [.. _images] };

    private void RequireTools()
    {
        if (!HasTools)
        {
            throw new InvalidOperationException($"The template {_format} has no tools: Llama 3.1, 3.2 and 3.3 have them; for others use Converse.");
        }
    }
}
