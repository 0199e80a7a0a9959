using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>A call whose answer has the form of a type, streamed or not. Immutable.</summary>
internal sealed class StructuredCall<T>
{
    private readonly StructuredOutputForm<T> _form;
    private readonly ModelId _model;

    /// <summary>Makes the request; the one given stays as it is.</summary>
    /// <exception cref="ArgumentException">The request or the options do not fit; the message names the member and the rule.</exception>
    public StructuredCall(ModelId model, ConverseRequest request, JsonTypeInfo<T> typeInfo, StructuredOutputOptions? structured, ModelRules? hidden)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(typeInfo);
        structured ??= new StructuredOutputOptions();
        Name = structured.Name;
        if (!ConverseToolCheck.IsName(Name))
        {
            throw new ArgumentException("StructuredOutputOptions.Name must have 1 to 64 letters, digits, underscores and hyphens.", nameof(structured));
        }

        if (request.OutputConfig?.TextFormat is not null)
        {
            throw new ArgumentException("ConverseRequest.OutputConfig.TextFormat is made from the type: leave it out.", nameof(request));
        }

        _model = model;
        _form = new StructuredOutputForm<T>(typeInfo);
        ModelRules rules = ModelRules.For(model, hidden);
        Mode = StructuredOutputSupport.Choose(structured.Mode, rules, request, _form.Schema);
        Request = _form.Apply(request, Mode, structured, rules);
    }

    /// <summary>The request with the form.</summary>
    public ConverseRequest Request { get; }

    /// <summary>The way; never <see cref="StructuredOutputMode.Auto"/>.</summary>
    public StructuredOutputMode Mode { get; }

    /// <summary>The name of the tool whose input is the answer.</summary>
    public string Name { get; }

    /// <summary>Takes the typed answer out of a raw one.</summary>
    /// <exception cref="BedrockStructuredOutputException">The answer does not fit.</exception>
    public ConverseResponse<T> Read(ConverseResponse response, string operation)
    {
        try
        {
            return new ConverseResponse<T>(_form.Read(response, Mode, Name), response, Mode);
        }
        catch (BedrockStructuredOutputException e)
        {
            e.AddContext(operation, _model.Value, null, 0, null);
            throw;
        }
    }

    /// <summary>Reads what has come of an answer.</summary>
    /// <returns>False when nothing of it can be read yet.</returns>
    public bool TryReadPart(string json, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) => _form.TryReadPart(json, out value);
}
