using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Tendering;

/// <summary>The lead unit opens the tender of its project, and with it the project's building (article 8).</summary>
internal sealed record OpenTender(
    [property: Description("评审通过的申报事项")] DeclarationId Declaration,
    [property: Description("采购（招标）方式")] ProcurementMethod Method,
    [property: Description("公共资源交易平台")] string Platform,
    [property: Description("公告编号")] string NoticeNumber,
    [property: Description("公告发布日")] DateOnly PublishedOn,
    [property: Description("投标截止日")] DateOnly ClosesOn,
    [property: Description("最高限价（元）")] Money Ceiling
) : ICommand;

internal sealed class OpenTenderValidator : AbstractValidator<OpenTender>
{
    public OpenTenderValidator()
    {
        RuleFor(command => command.Method).KnownWord();
        RuleFor(command => command.Platform).RequiredText(InputRules.ShortText);
        RuleFor(command => command.NoticeNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.PublishedOn).PlausibleDate();
        RuleFor(command => command.ClosesOn)
            .PlausibleDate()
            .GreaterThanOrEqualTo(command => command.PublishedOn)
            .WithErrorCode("OUT_OF_RANGE");
        RuleFor(command => command.Ceiling).PositiveAmount();
    }
}

internal sealed class OpenTenderHandler(
    IConstructionDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<OpenTender, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(OpenTender command, CancellationToken cancellationToken)
    {
        var project = await mediator.ProjectAsync(command.Declaration, cancellationToken);
        if (BuildingAccess.MayOpen(act.Actor, project) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        if (await database.Buildings.AnyAsync(one => one.LiveDeclaration == command.Declaration, cancellationToken))
        {
            return Error.Conflict(
                "BUILDING_ALREADY_OPEN",
                new("该项目已经开始招投标，不能重复开启。", "The project's tender was opened already.")
            );
        }

        var opened = Building.OpenTender(
            ids.Next<BuildingId>(),
            project!,
            new()
            {
                Method = command.Method,
                Platform = command.Platform,
                NoticeNumber = command.NoticeNumber,
                PublishedOn = command.PublishedOn,
                ClosesOn = command.ClosesOn,
                Ceiling = command.Ceiling,
            },
            rules
        );
        if (opened.IsFailure)
        {
            return opened.Failure;
        }

        act.Authorise(opened.Value, BuildingAccess.OfTheLeadUnit);
        database.Buildings.Add(opened.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
