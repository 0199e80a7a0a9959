namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>What happens when everything of an answer is sent.</summary>
internal enum AnswerEnd
{
    /// <summary>The body ends as HTTP wants it.</summary>
    Regular,

    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>Nothing more is sent, until the client goes away.</summary>
    Silence,
}
