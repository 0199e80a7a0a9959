namespace Bedrock.Toolkit.Models;

/// <summary>Who speaks in a turn of a conversation that becomes one prompt.</summary>
internal enum PromptSpeaker
{
    User,
    Assistant,
    ToolCall,
    ToolResult,
}

/// <summary>A turn of a conversation that becomes one prompt.</summary>
/// <param name="Speaker">Who speaks.</param>
/// <param name="Text">What is said, without white space around it; special tokens still have their force.</param>
/// <param name="Images">The tokens of the images in front of the text.</param>
internal sealed record PromptTurn(PromptSpeaker Speaker, string Text, string Images);
