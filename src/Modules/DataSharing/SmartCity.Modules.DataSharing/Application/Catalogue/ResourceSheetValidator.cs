using FluentValidation;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.DataSharing.Application.Catalogue;

/// <summary>What a description must keep to before any article is asked.</summary>
internal sealed class ResourceSheetValidator : AbstractValidator<ResourceSheet>
{
    private const int MostItems = 200;

    public ResourceSheetValidator()
    {
        RuleFor(sheet => sheet.Title).RequiredText(InputRules.ShortText);
        RuleFor(sheet => sheet.Summary).RequiredText(InputRules.LongText);
        RuleFor(sheet => sheet.Subject).KnownWord();
        RuleFor(sheet => sheet.Cadence).KnownWord();
        RuleFor(sheet => sheet.CadenceNotice).Text(InputRules.ShortText);
        RuleFor(sheet => sheet.ShareType).KnownWord();
        // It travels in a header of every retrieval.
        RuleFor(sheet => sheet.Scope).Text(InputRules.ShortText);
        RuleFor(sheet => sheet.Uses).Lines();
        RuleForEach(sheet => sheet.Uses).KnownWord();
        RuleFor(sheet => sheet.Channels).Lines().NotEmpty().WithErrorCode("REQUIRED");
        RuleForEach(sheet => sheet.Channels).KnownWord();
        RuleFor(sheet => sheet.SecrecyReview).Text(InputRules.LongText);
        RuleFor(sheet => sheet.Recipients)
            .Lines()
            .Must(
                (sheet, recipients) =>
                    recipients is null || (recipients.Count > 0) == (sheet.ShareType == ShareType.Special)
            )
            .WithErrorCode("RECIPIENTS_ONLY_FOR_SPECIAL")
            .InWords(
                "特殊共享须列明特定对象，其他共享类型不列。",
                "Special sharing names its recipients; the other types name none."
            );
        RuleFor(sheet => sheet.Items)
            .Lines(MostItems)
            .NotEmpty()
            .WithErrorCode("REQUIRED")
            .Must(items => items is null || items.DistinctBy(item => item?.Name).Count() == items.Count)
            .WithErrorCode("DUPLICATE")
            .InWords("数据项名不得重复。", "The names of items are unique.");
        RuleForEach(sheet => sheet.Items)
            .ChildRules(item =>
            {
                item.RuleFor(one => one.Name)
                    .Matches(@"\A[a-z][a-z0-9_]{0,59}\z")
                    .WithErrorCode("NAME_INVALID")
                    .InWords(
                        "数据项名由小写字母、数字和下划线组成，以字母开头，不超过 60 个字符。",
                        "An item's name has lower-case letters, digits and underscores, begins with a letter and has at most 60 of them."
                    );
                item.RuleFor(one => one.Title).RequiredText(InputRules.ShortText);
                item.RuleFor(one => one.Type).KnownWord();
                item.RuleFor(one => one.Identifier).KnownWord();
            });
    }
}
