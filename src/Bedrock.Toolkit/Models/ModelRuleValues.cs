namespace Bedrock.Toolkit.Models;

/// <summary>Members that steer how a model chooses its words.</summary>
[Flags]
public enum SamplingMembers
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The temperature.</summary>
    Temperature = 1,

    /// <summary>The share of probability.</summary>
    TopP = 2,

    /// <summary>The number of likeliest words.</summary>
    TopK = 4,

    /// <summary>The seed.</summary>
    Seed = 8,

    /// <summary>The penalty for words that came often.</summary>
    FrequencyPenalty = 16,

    /// <summary>The penalty for words that came at all.</summary>
    PresencePenalty = 32,
}

/// <summary>What a request may say about the calls of tools.</summary>
[Flags]
public enum ToolChoices
{
    /// <summary>Nothing: the model decides.</summary>
    None = 0,

    /// <summary>That the model decides.</summary>
    Auto = 1,

    /// <summary>That some tool must be called.</summary>
    Any = 2,

    /// <summary>That one named tool must be called.</summary>
    Named = 4,

    /// <summary>All of it.</summary>
    All = Auto | Any | Named,
}

/// <summary>How a model is told to think before it answers.</summary>
public enum ModelThinking
{
    /// <summary>Not at all, or in no way that is known.</summary>
    None,

    /// <summary>By a budget of tokens.</summary>
    Budget,

    /// <summary>By a switch; the model finds the amount, and an effort guides it.</summary>
    Adaptive,

    /// <summary>It always thinks; an effort guides it.</summary>
    Always,

    /// <summary>By an effort in a field of its own.</summary>
    Effort,
}

/// <summary>Which reasoning of earlier turns a model takes back.</summary>
public enum ReplayedReasoning
{
    /// <summary>None: it goes back without.</summary>
    None,

    /// <summary>Only what the service signed.</summary>
    Signed,

    /// <summary>Any.</summary>
    Any,
}

/// <summary>Places of a request that a cache point may stand in.</summary>
[Flags]
public enum CachePlaces
{
    /// <summary>None: the model has no prompt cache that a request steers.</summary>
    None = 0,

    /// <summary>Behind the tools.</summary>
    Tools = 1,

    /// <summary>Behind the system prompt.</summary>
    System = 2,

    /// <summary>In the messages.</summary>
    Messages = 4,

    /// <summary>All of them.</summary>
    All = Tools | System | Messages,
}

/// <summary>How a model can be held to a form of its answer.</summary>
public enum ModelStructuredOutput
{
    /// <summary>By a tool that is offered: no choice forces one.</summary>
    OfferedTool,

    /// <summary>By a tool that must be called.</summary>
    ForcedTool,

    /// <summary>By the format of the request.</summary>
    Native,
}

/// <summary>Which words of JSON Schema the native format of a model takes.</summary>
public enum SchemaWords
{
    /// <summary>All, as far as is known.</summary>
    All,

    /// <summary>Types, members, items, enumerations, references: no ranges and lengths, no maps, no recursion.</summary>
    Subset,
}
