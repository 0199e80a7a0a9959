namespace Bedrock.Toolkit.Serialization;

/// <summary>A member's type that is no wire object and knows how to copy itself, such as a list that may be one string.</summary>
/// <typeparam name="TSelf">The implementing class.</typeparam>
internal interface ICopied<TSelf>
    where TSelf : class
{
    /// <summary>A copy that shares nothing that can be changed.</summary>
    TSelf Copy();
}
