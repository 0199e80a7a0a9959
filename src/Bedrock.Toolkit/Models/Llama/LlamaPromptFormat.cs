namespace Bedrock.Toolkit.Models;

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
