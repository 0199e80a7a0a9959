using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Wire = Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Writes the contents of messages as blocks of Converse. Used by one thread, for one request.</summary>
internal sealed class ChatContentWriter
{
    private readonly ChatJson _json;
    private readonly ChatWarnings _warnings;
    private readonly ChatMediaWriter _media;

    public ChatContentWriter(ConverseRequest request, ChatJson json, ChatWarnings warnings)
    {
        _json = json;
        _warnings = warnings;
        _media = new ChatMediaWriter(request);
    }

    /// <summary>Writes a content; what Converse has no block for is left out and reported, unless the question would be another one without it.</summary>
    /// <exception cref="NotSupportedException">A part of what the user asks has no place.</exception>
    public void Write(AIContent content, bool isAssistant, string where, List<ContentBlock> blocks)
    {
        switch (content)
        {
            case TextContent text:
                WriteText(text, blocks);
                break;
            case TextReasoningContent or FunctionCallContent when !isAssistant:
                LeaveOut(content, where, "which Converse takes only from the assistant");
                break;
            case TextReasoningContent reasoning:
                blocks.AddRange(ChatReasoning.Write(reasoning, where));
                break;
            case DataContent or UriContent:
                WriteMedia(content, isAssistant, where, blocks);
                break;
            case FunctionCallContent call:
                blocks.Add(WriteCall(call, where));
                break;
            case FunctionResultContent result:
                blocks.Add(WriteResult(result, where));
                break;
            case UsageContent or ToolApprovalRequestContent or ToolApprovalResponseContent:
                // Counts of an earlier answer, and what an application and its function invocation said to each other: nothing of the conversation.
                break;
            case ErrorContent error:
                _warnings.Add(
                    $"{where} is an ErrorContent ({error.ErrorCode ?? "without code"}) of an earlier answer: it was left out, because it is no part "
                        + "of a conversation.");
                break;
            case { RawRepresentation: ContentBlock block } when content.GetType() == typeof(AIContent):
                blocks.Add(block);
                break;
            case HostedFileContent or HostedVectorStoreContent when !isAssistant:
                throw new NotSupportedException($"{where} is a {NoBlock(content)}. A block of your own goes as new AIContent {{ RawRepresentation = block }}.");
            default:
                LeaveOut(content, where);
                break;
        }
    }

    /// <summary>Reports that a content was left out.</summary>
    public void LeaveOut(AIContent content, string where, string? why = null) =>
        _warnings.Add($"{where} is a {(why is null ? NoBlock(content) : $"{content.GetType().Name}, {why}")}: it was left out.");

    private static string NoBlock(AIContent content) => $"{content.GetType().Name}, for which Converse has no block" + content switch
    {
        HostedFileContent => " (Bedrock keeps no files, so give the bytes as a DataContent or an s3:// address as a UriContent)",
        HostedVectorStoreContent => " (Bedrock searches no stores, so give what was found as text)",
        _ => string.Empty,
    };

    // In an earlier answer, which may be another provider's, media are no part of the question.
    private void WriteMedia(AIContent content, bool isAssistant, string where, List<ContentBlock> blocks)
    {
        if (ChatMediaWriter.FaultOf(content, where) is not { } fault)
        {
            blocks.Add(_media.Write(content, where));
        }
        else if (isAssistant)
        {
            _warnings.Add($"{fault} It was left out, because it is a part of an earlier answer.");
        }
        else
        {
            throw new NotSupportedException(fault);
        }
    }

    private static void WriteText(TextContent text, List<ContentBlock> blocks)
    {
        // A text with sources goes back as it came, unless somebody changed it.
        if (text.RawRepresentation is CitationsContent citations && ChatCitations.TextOf(citations) == text.Text)
        {
            blocks.Add(citations);
        }
        else if (!ChatCitations.TryWrite(text, blocks) && !string.IsNullOrWhiteSpace(text.Text))
        {
            blocks.Add(text.Text);
        }
    }

    private ToolUseBlock WriteCall(FunctionCallContent call, string where) => new()
    {
        ToolUseId = call.CallId,
        Name = call.Name,
        Input = _json.ToObject(call.Arguments, $"{where}.Arguments"),
        Type = ChatContentReader.TypeOf(call) is { } type ? new ToolUseType(type) : default(ToolUseType?),
    };

    private ToolResultBlock WriteResult(FunctionResultContent result, string where)
    {
        var block = new ToolResultBlock { ToolUseId = result.CallId, Type = ChatContentReader.TypeOf(result) };
        block.Content = [.. WriteResult(result.Result, result.Exception, where)];
        block.Status = result.Exception is not null ? ToolResultStatus.Error : (result.RawRepresentation as Wire.ToolResultBlockContent)?.ToolResult?.Status;
        return block;
    }

    private IEnumerable<ToolResultContentBlock> WriteResult(object? result, Exception? exception, string where)
    {
        switch (result)
        {
            case null when exception is not null:
                // The exception's message may hold what the model must not read.
                return [new ToolResultText("The function failed.")];
            case string text:
                return string.IsNullOrWhiteSpace(text) ? [new ToolResultJson(_json.ToObject([new("result", text)], where))] : [new ToolResultText(text)];
            case ToolResultContentBlock block:
                return [block];
            case AIContent content:
                return [WriteResultPart(content, where)];
            case IEnumerable<AIContent> contents:
                return [.. contents.Select((content, i) => WriteResultPart(content, $"{where}.Result[{i}]"))];
        }

        JsonElement json = _json.ToElement(result, $"{where}.Result");

        // The service wants an object.
        return json.ValueKind switch
        {
            JsonValueKind.Object => [new ToolResultJson(json)],
            JsonValueKind.String when !string.IsNullOrWhiteSpace(json.GetString()) => [new ToolResultText(json.GetString()!)],
            _ => [new ToolResultJson(_json.ToObject([new("result", json)], where))],
        };
    }

    // An exception would end the run of an agent whose tool gave something odd: the model reads that there was something.
    private ToolResultContentBlock WriteResultPart(AIContent content, string where)
    {
        switch (content)
        {
            case TextContent text:
                return new ToolResultText(text.Text);
            case { RawRepresentation: ToolResultContentBlock block }:
                return block;
            case DataContent or UriContent when ChatMediaWriter.FaultOf(content, where) is { } fault:
                return LeftOut(fault, ChatMediaWriter.TypeOf(content));
            case DataContent or UriContent:
                return _media.Write(content, where) switch
                {
                    ImageContent { Image: { } image } => new ToolResultImage(image),
                    DocumentContent { Document: { } document } => new ToolResultDocument(document),
                    VideoContent { Video: { } video } => new ToolResultVideo(video),
                    _ => LeftOut($"{where} is of type {ChatMediaWriter.TypeOf(content)}, which the result of a tool cannot hold in Converse.",
                        ChatMediaWriter.TypeOf(content)),
                };
            default:
                return LeftOut($"{where} is a {content.GetType().Name}, which the result of a tool cannot hold in Converse.", content.GetType().Name);
        }
    }

    private ToolResultText LeftOut(string fault, string what)
    {
        _warnings.Add($"{fault} A text says so in its place.");
        return new ToolResultText($"({what} left out)");
    }
}
