using Bedrock.Toolkit;
using Wire = Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>A call that is ready to be sent.</summary>
/// <param name="Model">The model.</param>
/// <param name="Request">The request.</param>
/// <param name="InvokeOptions">Settings beside the body.</param>
/// <param name="AnswerTool">The tool whose input is the answer, when the form of the answer is asked for by a tool.</param>
/// <param name="Warnings">What had no place.</param>
internal sealed record ChatCall(ModelId Model, Wire.ConverseRequest Request, InvokeOptions? InvokeOptions, string? AnswerTool, ChatWarnings Warnings);
